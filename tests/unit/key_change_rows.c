#include "key_change_rows.h"

#define ACT &act_table
#define MEETING &meeting_table

const struct key_change_row key_change_rows[] = {
	/* Single values of an act. */
	{ "nothing", ACT, "numero: 1\n", "numero: 1\n", "" },
	{ "kind", ACT, "tipo: delibera\n", "tipo: determina\n", "tipo=delibera>determina" },
	{ "body", ACT, "organo: conferenza\n", "organo: altro\n", "organo=conferenza>altro" },
	{ "body against organisation", ACT, "organo: conferenza\n", "ente: alfa\n",
	    "-organo=conferenza; +ente=alfa" },
	{ "number", ACT, "numero: 1\n", "numero: 12\n", "numero=1>12" },
	{ "number, unknown until now", ACT, "numero: ignoto\n", "numero: 12\n",
	    "numero=ignoto>12" },
	{ "suffix", ACT, "numero: 1\n", "numero: 1\nsuffisso: bis\n", "+suffisso=bis" },
	{ "date for a year", ACT, "anno: 2031\n", "data: 2031-02-03\n",
	    "+data=2031-02-03; -anno=2031" },
	{ "date, more of it", ACT, "data: 2031-02\n", "data: 2031-02-03\n",
	    "data=2031-02>2031-02-03" },
	{ "inferred", ACT, "dedotti: [anno, oggetto]\n", "dedotti: [oggetto, tipo]\n",
	    "+dedotti(tipo); -dedotti(anno)" },
	{ "subject", ACT, "oggetto: Uno e due\n", "oggetto: Uno e tre\n",
	    "oggetto=Uno e due>Uno e tre" },
	{ "texts", ACT, "titolo_breve: a\nsintesi: b\nin_parole_semplici: c\nfonte: d\n",
	    "titolo_breve: e\nsintesi: f\nfonte: g\n",
	    "titolo_breve=a>e; sintesi=b>f; -in_parole_semplici=c; fonte=d>g" },
	{ "meeting", ACT, "seduta: 2031-02-03-conferenza\npunto_odg: 3\n",
	    "seduta: 2031-02-04-conferenza\npunto_odg: 4\n",
	    "seduta=2031-02-03-conferenza>2031-02-04-conferenza; punto_odg=3>4" },
	{ "effect", ACT, "efficace_dal: 2031-02-03\n",
	    "efficace_dal: 2031-02-04\nefficace_fino_al: 2032-02-03\n",
	    "efficace_dal=2031-02-03>2031-02-04; +efficace_fino_al=2032-02-03" },
	{ "office", ACT, "ufficio_responsabile: Ufficio uno\n", "",
	    "-ufficio_responsabile=Ufficio uno" },
	{ "publication", ACT, "pubblicato_dal: 2031-01-01\n", "pubblica_fino_al: 2036-01-01\n",
	    "-pubblicato_dal=2031-01-01; +pubblica_fino_al=2036-01-01" },
	{ "all that it is about", ACT, "argomenti: [mensa]\npunti_programma: [1, 2]\n",
	    "punti_programma: [2, 3]\nenti: [alfa]\ntavoli: [t]\nscuole: [s]\n"
	    "anni_scolastici: [2031/32]\n",
	    "-argomenti(mensa); +punti_programma(3); -punti_programma(1); +enti(alfa); "
	    "+tavoli(t); +scuole(s); +anni_scolastici(2031)" },

	/* What an absent key says too. */
	{ "text, written out", ACT, "numero: 1\n", "numero: 1\ntesto: integrale\n", "" },
	{ "text, no longer whole", ACT, "numero: 1\n", "numero: 1\ntesto: estratto\n",
	    "testo=integrale>estratto" },
	{ "text, whole again", ACT, "testo: non_disponibile\n", "numero: 1\n",
	    "+numero=1; testo=non_disponibile>integrale" },
	{ "indexing, written out", ACT, "indicizzazione: auto\n", "numero: 1\n", "+numero=1" },
	{ "indexing", ACT, "indicizzazione: \"si\"\n", "indicizzazione: \"no\"\n",
	    "indicizzazione=si>no" },
	{ "empty values", ACT, "numero: 1\n",
	    "numero: 1\nfonte:\nsintesi: ''\nenti: []\nalbo: {}\nallegati: []\npresenze:\n"
	    "dedotti: ['']\nproposta: {data: }\nvotazioni: [{}]\n",
	    "" },
	{ "places and state have no meaning", ACT, "numero: 1\nstato: bozza\n",
	    "numero: 1\nstato: pubblicato\ngia: [2030/dczi-1]\n", "" },
	{ "what is accepted", ACT, "numero: 1\n",
	    "numero: 1\naccettati: [{regola: Z501, motivo: m}]\n", "" },

	/* How it is written. */
	{ "order of keys", ACT, "numero: 1\ndata: 2031\n", "data: 2031\nnumero: 1\n", "" },
	{ "quotes and blocks", ACT, "oggetto: Uno e due\nnumero: 1\n",
	    "oggetto: >\n  Uno\n  e due\nnumero: '1'\n", "" },
	{ "white space", ACT, "oggetto: Uno e due\n", "oggetto: \"  Uno  e\\tdue \"\n", "" },
	{ "order of plain lists, and doubles", ACT, "enti: [alfa, beta]\n",
	    "enti:\n  - beta\n  - alfa\n  - beta\n", "" },
	{ "a double taken away", ACT, "enti: [alfa, alfa, beta]\n", "enti: [alfa]\n",
	    "-enti(beta)" },
	{ "order of items", ACT, "allegati: [{file: a.pdf, titolo: A}, {file: b.pdf, titolo: B}]\n",
	    "allegati: [{titolo: B, file: b.pdf}, {titolo: A, file: a.pdf}]\n", "" },
	{ "yes and no", ACT, "allegati: [{file: a.pdf, firmato: si}]\n",
	    "allegati: [{file: a.pdf, firmato: true}]\n", "" },
	{ "a scalar for a mapping", ACT, "dati_personali: nessuno\n",
	    "dati_personali: {livello: nessuno}\n", "" },
	{ "a decimal", ACT, "fondi: [{fonte: F, importo: 100}]\n",
	    "fondi: [{fonte: F, importo: 100.00}]\n", "" },
	{ "a clock", MEETING, "ora_inizio: 9:00\n", "ora_inizio: \"09:00\"\n", "" },

	/* Objects. */
	{ "enforceability", ACT, "esecutivita: {regime: termine, dal: 2031-02-03, fonte: F}\n",
	    "esecutivita: {regime: immediata, dal: 2031-02-04}\n",
	    "esecutivita.regime=termine>immediata; esecutivita.dal=2031-02-03>2031-02-04; "
	    "esecutivita.-fonte=F" },
	{ "enforceability, added", ACT, "", "esecutivita: {regime: immediata}\n",
	    "+esecutivita={regime=immediata}" },
	{ "proposal", ACT, "proposta: {numero: 1, data: 2031-02-03}\n",
	    "proposta: {numero: 2, data: 2031-02-04, proponente: P}\n",
	    "proposta.numero=1>2; proposta.data=2031-02-03>2031-02-04; proposta.+proponente=P" },
	{ "proposal, removed", ACT, "proposta: {numero: 1}\n", "proposta: {}\n",
	    "-proposta={numero=1}" },
	{ "protocol", ACT, "protocollo: {numero: 1, data: 2031-02-03}\n",
	    "protocollo: {numero: 2}\n", "protocollo.numero=1>2; protocollo.-data=2031-02-03" },
	{ "original", ACT, "originale: {forma: digitale}\n",
	    "originale: {forma: cartaceo, conservato_da: C}\n",
	    "originale.forma=digitale>cartaceo; originale.+conservato_da=C" },
	{ "recording", ACT, "verbalizzazione: {verbalizzante: {nome: N}, ruolo: R, verbale: V}\n",
	    "verbalizzazione: {verbalizzante: p, ruolo: S}\n",
	    "verbalizzazione.verbalizzante={nome=N}>{persona=p}; verbalizzazione.ruolo=R>S; "
	    "verbalizzazione.-verbale=V" },
	{ "recorder, in short", ACT, "verbalizzazione: {verbalizzante: p}\n",
	    "verbalizzazione: {verbalizzante: {persona: p}}\n", "" },
	{ "notice board", ACT, "albo: {ente: alfa, repertorio: 1, dal: 2031-01-01}\n",
	    "albo: {ente: beta, repertorio: 2, al: 2031-01-16, url: 'https://alfa.example/1'}\n",
	    "albo.ente=alfa>beta; albo.repertorio=1>2; albo.-dal=2031-01-01; "
	    "albo.+al=2031-01-16; albo.+url=https://alfa.example/1" },
	{ "personal data", ACT, "dati_personali: altri\n",
	    "dati_personali: {livello: solo_incarichi, base: B, fino_al: 2036-01-01}\n",
	    "dati_personali.livello=altri>solo_incarichi; dati_personali.+base=B; "
	    "dati_personali.+fino_al=2036-01-01" },
	{ "removal", ACT, "rimozione: {data: 2031-01-01, motivo: errore}\n",
	    "rimozione: {data: 2031-01-02, motivo: termine}\n",
	    "rimozione.data=2031-01-01>2031-01-02; rimozione.motivo=errore>termine" },

	/* Attendance. */
	{ "presences that were missing", ACT, "presenze: [{ente: alfa, esito: presente}]\n",
	    "presenze: [{ente: beta, esito: presente}, {ente: alfa, esito: presente}]\n",
	    "+presenze(ente=beta esito=presente)" },
	{ "another organisation", ACT,
	    "presenze: [{ente: alfa, carica: sindaco, titolo: di_diritto, esito: presente}]\n",
	    "presenze: [{ente: beta, carica: sindaco, titolo: di_diritto, esito: presente}]\n",
	    "+presenze(ente=beta carica=sindaco titolo=di_diritto esito=presente); "
	    "-presenze(ente=alfa carica=sindaco titolo=di_diritto esito=presente)" },
	{ "the person told", ACT, "presenze: [{ente: alfa, esito: presente}]\n",
	    "presenze: [{ente: alfa, persona: p, esito: presente}]\n",
	    "presenze[alfa p].+persona=p" },
	{ "another person", ACT, "presenze: [{ente: alfa, nome: Nome Uno, esito: presente}]\n",
	    "presenze: [{ente: alfa, nome: Nome Due, esito: presente}]\n",
	    "presenze[alfa Nome Due].nome=Nome Uno>Nome Due" },
	{ "a name now in the register", ACT,
	    "presenze: [{ente: alfa, nome: Nome Uno, esito: presente}]\n",
	    "presenze: [{ente: alfa, persona: p, esito: presente}]\n",
	    "presenze[alfa p].+persona=p; presenze[alfa p].-nome=Nome Uno" },
	{ "the right organisation of a person", ACT,
	    "presenze: [{ente: alfa, persona: p, esito: presente}]\n",
	    "presenze: [{ente: beta, persona: p, esito: presente}]\n",
	    "presenze[beta p].ente=alfa>beta" },
	{ "two of one organisation", ACT,
	    "presenze: [{ente: alfa, persona: p, esito: presente},"
	    " {ente: alfa, persona: q, esito: presente}]\n",
	    "presenze: [{ente: alfa, persona: q, esito: assente},"
	    " {ente: alfa, persona: p, esito: presente}]\n",
	    "presenze[alfa q].esito=presente>assente" },
	{ "all else of a presence", ACT,
	    "presenze: [{ente: alfa, esito: presente, carica: sindaco, titolo: di_diritto,"
	    " collegamento: in_sala, entra: 9:15, esce: 10:00, quota: 10.5, voto: si}]\n",
	    "presenze: [{ente: alfa, esito: assente_giustificato, carica: assessore,"
	    " titolo: delegato, collegamento: da_remoto, entra: 9:30, quota: 10.25,"
	    " voto: no}]\n",
	    "presenze[alfa].carica=sindaco>assessore; presenze[alfa].titolo=di_diritto>delegato; "
	    "presenze[alfa].esito=presente>assente_giustificato; "
	    "presenze[alfa].collegamento=in_sala>da_remoto; presenze[alfa].entra=09:15>09:30; "
	    "presenze[alfa].-esce=10:00; presenze[alfa].quota=10.5>10.25; "
	    "presenze[alfa].voto=si>no" },
	{ "another organisation with the same share", ACT,
	    "presenze: [{ente: alfa, quota: 10, esito: presente}]\n",
	    "presenze: [{ente: beta, quota: 10, esito: presente}]\n",
	    "+presenze(ente=beta esito=presente quota=10); "
	    "-presenze(ente=alfa esito=presente quota=10)" },
	{ "the more alike of two", ACT, "presenze: [{ente: alfa, esito: presente}]\n",
	    "presenze: [{ente: alfa, esito: presente, carica: sindaco, titolo: di_diritto},"
	    " {ente: alfa, esito: presente, carica: altro}]\n",
	    "+presenze(ente=alfa carica=sindaco titolo=di_diritto esito=presente); "
	    "presenze[alfa].+carica=altro" },
	{ "a presence twice, once too often", ACT,
	    "presenze: [{ente: alfa, esito: presente}, {ente: alfa, esito: presente}]\n",
	    "presenze: [{ente: alfa, esito: presente}]\n", "-presenze(ente=alfa esito=presente)" },
	{ "a presence twice, one corrected", ACT,
	    "presenze: [{ente: alfa, esito: presente}, {ente: alfa, esito: presente}]\n",
	    "presenze: [{ente: alfa, esito: assente}, {ente: alfa, esito: presente}]\n",
	    "presenze[alfa].esito=presente>assente" },

	/* Votes. */
	{ "counts", ACT,
	    "votazioni: [{oggetto: atto, favorevoli: 9, contrari: 0, esito: approvata}]\n",
	    "votazioni: [{oggetto: atto, favorevoli: 8, contrari: 1, esito: approvata}]\n",
	    "votazioni[atto].favorevoli=9>8; votazioni[atto].contrari=0>1" },
	{ "of the only vote, nameless", ACT, "votazioni: [{favorevoli: 9, esito: approvata}]\n",
	    "votazioni: [{favorevoli: 8, esito: approvata}]\n", "votazioni[].favorevoli=9>8" },
	{ "of the only vote, named now", ACT, "votazioni: [{favorevoli: 9, esito: approvata}]\n",
	    "votazioni: [{favorevoli: 8, esito: approvata, oggetto: atto}]\n",
	    "votazioni[atto].+oggetto=atto; votazioni[atto].favorevoli=9>8" },
	{ "who voted, for how many", ACT, "votazioni: [{oggetto: atto, favorevoli: 2}]\n",
	    "votazioni: [{oggetto: atto, favorevoli: [alfa, beta]}]\n",
	    "votazioni[atto].favorevoli=2>2:alfa:beta" },
	{ "who voted, in another order", ACT,
	    "votazioni: [{oggetto: atto, favorevoli: [beta, alfa]}]\n",
	    "votazioni: [{oggetto: atto, favorevoli: [alfa, beta]}]\n", "" },
	{ "nobody named, nothing said", ACT, "votazioni: [{oggetto: atto, contrari: []}]\n",
	    "votazioni: [{oggetto: atto}]\n", "" },
	{ "a zero is said", ACT, "votazioni: [{oggetto: atto}]\n",
	    "votazioni: [{oggetto: atto, contrari: 0}]\n", "votazioni[atto].+contrari=0" },
	{ "all else of a vote", ACT,
	    "votazioni: [{oggetto: atto, modalita: palese, unita: teste, astenuti: 1,"
	    " non_partecipanti: [alfa], esito: approvata}]\n",
	    "votazioni: [{oggetto: atto, parte: P, modalita: segreta, unita: quote,"
	    " astenuti: 2, esito: respinta}]\n",
	    "votazioni[atto P].+parte=P; votazioni[atto P].modalita=palese>segreta; "
	    "votazioni[atto P].unita=teste>quote; votazioni[atto P].astenuti=1>2; "
	    "votazioni[atto P].-non_partecipanti=1:alfa; votazioni[atto P].esito=approvata>respinta" },
	{ "a vote on something else", ACT, "votazioni: [{oggetto: atto, favorevoli: 9}]\n",
	    "votazioni: [{oggetto: atto, favorevoli: 9},"
	    " {oggetto: immediata_eseguibilita, favorevoli: 9}]\n",
	    "+votazioni(oggetto=immediata_eseguibilita favorevoli=9)" },
	{ "votes on other parts", ACT,
	    "votazioni: [{oggetto: atto, parte: P, favorevoli: 9, contrari: 3, esito: approvata}]\n",
	    "votazioni: [{oggetto: atto, parte: Q, favorevoli: 7, contrari: 5, esito: approvata}]\n",
	    "+votazioni(oggetto=atto parte=Q favorevoli=7 contrari=5 esito=approvata); "
	    "-votazioni(oggetto=atto parte=P favorevoli=9 contrari=3 esito=approvata)" },

	/* The other lists of an act. */
	{ "opinion", ACT, "pareri: [{tipo: tecnico, esito: favorevole, data: 2031-01-01}]\n",
	    "pareri: [{tipo: tecnico, esito: contrario, ruolo: R, data: 2031-01-02,"
	    " allegato: a.pdf}]\n",
	    "pareri[tecnico R].esito=favorevole>contrario; pareri[tecnico R].+ruolo=R; "
	    "pareri[tecnico R].data=2031-01-01>2031-01-02; pareri[tecnico R].+allegato=a.pdf" },
	{ "opinion of another kind", ACT, "pareri: [{tipo: tecnico, esito: favorevole}]\n",
	    "pareri: [{tipo: contabile, esito: favorevole}]\n",
	    "+pareri(tipo=contabile esito=favorevole); -pareri(tipo=tecnico esito=favorevole)" },
	{ "opinion, its kind corrected", ACT,
	    "pareri: [{tipo: tecnico, esito: favorevole, ruolo: R, data: 2031-01-01}]\n",
	    "pareri: [{tipo: contabile, esito: favorevole, ruolo: R, data: 2031-01-01}]\n",
	    "pareri[contabile R].tipo=tecnico>contabile" },
	{ "sent to", ACT, "trasmissione: [{a: Alfa, data: 2031-01-01, protocollo: 1}]\n",
	    "trasmissione: [{a: Alfa, data: 2031-01-02, protocollo: 2}, {a: Beta}]\n",
	    "trasmissione[Alfa].data=2031-01-01>2031-01-02; trasmissione[Alfa].protocollo=1>2; "
	    "+trasmissione(a=Beta)" },
	{ "sent to, name corrected", ACT, "trasmissione: [{a: Alfa, protocollo: 1}]\n",
	    "trasmissione: [{a: Comune di Alfa, protocollo: 1}]\n",
	    "trasmissione[Comune di Alfa].a=Alfa>Comune di Alfa" },
	{ "funds", ACT, "fondi: [{fonte: F, cup: C1, importo: 100}, {fonte: G, importo: 5}]\n",
	    "fondi: [{fonte: F, cup: C2, importo: 101.5}, {fonte: H, importo: 5}]\n",
	    "fondi[F C2].cup=C1>C2; fondi[F C2].importo=100>101.5; fondi[H].fonte=G>H" },
	{ "signatures", ACT,
	    "sottoscrizioni: [{persona: p, ruolo: R, tipo: digitale, data: 2031-01-01},"
	    " {nome: N, ruolo: S}]\n",
	    "sottoscrizioni: [{persona: p, ruolo: Q, tipo: autografa, formato: PAdES},"
	    " {nome: M, ruolo: S}]\n",
	    "sottoscrizioni[p].ruolo=R>Q; sottoscrizioni[p].tipo=digitale>autografa; "
	    "sottoscrizioni[p].-data=2031-01-01; sottoscrizioni[p].+formato=PAdES; "
	    "sottoscrizioni[M].nome=N>M" },
	{ "signatures in the same role, of several", ACT,
	    "sottoscrizioni: [{nome: N, ruolo: R, data: 2031-01-01},"
	    " {nome: M, ruolo: R, data: 2031-01-02}]\n",
	    "sottoscrizioni: [{nome: O, ruolo: R, data: 2031-01-03}]\n",
	    "+sottoscrizioni(nome=O ruolo=R data=2031-01-03); "
	    "-sottoscrizioni(nome=N ruolo=R data=2031-01-01); "
	    "-sottoscrizioni(nome=M ruolo=R data=2031-01-02)" },
	{ "signature of someone in the register", ACT, "sottoscrizioni: [{nome: N, ruolo: R}]\n",
	    "sottoscrizioni: [{persona: n, ruolo: R}]\n",
	    "sottoscrizioni[n].+persona=n; sottoscrizioni[n].-nome=N" },
	{ "links", ACT,
	    "collegamenti: [{tipo: modifica, atto: 2030/dczi-1, parte: P},"
	    " {tipo: richiama, esterno: Legge A}]\n",
	    "collegamenti: [{tipo: integra, atto: 2030/dczi-1, dal: 2031-01-01, nota: N},"
	    " {tipo: richiama, esterno: Legge B}]\n",
	    "collegamenti[integra 2030/dczi-1].tipo=modifica>integra; "
	    "collegamenti[integra 2030/dczi-1].-parte=P; "
	    "collegamenti[integra 2030/dczi-1].+dal=2031-01-01; "
	    "collegamenti[integra 2030/dczi-1].+nota=N; "
	    "+collegamenti(tipo=richiama esterno={estremi=Legge B}); "
	    "-collegamenti(tipo=richiama esterno={estremi=Legge A})" },
	{ "links to another act", ACT, "collegamenti: [{tipo: revoca, atto: 2030/dczi-1}]\n",
	    "collegamenti: [{tipo: revoca, atto: 2030/dczi-2}]\n",
	    "+collegamenti(tipo=revoca atto=2030/dczi-2); "
	    "-collegamenti(tipo=revoca atto=2030/dczi-1)" },
	{ "a link's other act, the rest agreeing", ACT,
	    "collegamenti: [{tipo: revoca, atto: 2030/dczi-1, parte: P, nota: N}]\n",
	    "collegamenti: [{tipo: revoca, regolamento: mensa, parte: P, nota: N}]\n",
	    "collegamenti[revoca mensa].-atto=2030/dczi-1; "
	    "collegamenti[revoca mensa].+regolamento=mensa" },
	{ "a link out of the site", ACT,
	    "collegamenti: [{tipo: attua, esterno: {estremi: L, url: 'https://a.example/'}, nota: N}]\n",
	    "collegamenti: [{tipo: attua, esterno: {estremi: L, url: 'https://b.example/'}, nota: N}]\n",
	    "collegamenti[attua {estremi=L url=https://b.example/}].esterno="
	    "{estremi=L url=https://a.example/}>{estremi=L url=https://b.example/}" },
	{ "a link out of the site, its name corrected", ACT,
	    "collegamenti: [{tipo: attua, esterno: L, nota: N}]\n",
	    "collegamenti: [{tipo: attua, esterno: {estremi: M}, nota: N}]\n",
	    "collegamenti[attua {estremi=M}].esterno={estremi=L}>{estremi=M}" },
	{ "what befell it", ACT, "vicende: [{tipo: sospesa, data: 2031-01-01, da: T, parte: P}]\n",
	    "vicende: [{tipo: annullata, data: 2031-01-02, da: T, dal: 2031-01-03}]\n",
	    "vicende[annullata 2031-01-02].tipo=sospesa>annullata; "
	    "vicende[annullata 2031-01-02].data=2031-01-01>2031-01-02; "
	    "vicende[annullata 2031-01-02].+dal=2031-01-03; vicende[annullata 2031-01-02].-parte=P" },
	{ "by whom it was annulled", ACT, "vicende: [{tipo: annullata, data: 2031-01-01, da: T}]\n",
	    "vicende: [{tipo: annullata, data: 2031-01-01, da: U}]\n",
	    "vicende[annullata 2031-01-01].da={estremi=T}>{estremi=U}" },
	{ "attachments", ACT, "allegati: [{file: a.pdf, titolo: A}, {file: b.pdf, titolo: B}]\n",
	    "allegati: [{file: b.pdf, titolo: B}, {file: c.pdf, titolo: C}]\n",
	    "+allegati(file=c.pdf titolo=C); -allegati(file=a.pdf titolo=A)" },
	{ "an attachment renamed", ACT, "allegati: [{file: a.pdf, titolo: A}]\n",
	    "allegati: [{file: c.pdf, titolo: A}]\n", "allegati[c.pdf].file=a.pdf>c.pdf" },
	{ "another attachment, with many of the words", ACT,
	    "allegati: [{file: a.pdf, titolo: Allegato A al piano}]\n",
	    "allegati: [{file: b.pdf, titolo: Allegato B al piano}]\n",
	    "+allegati(file=b.pdf titolo=Allegato B al piano); "
	    "-allegati(file=a.pdf titolo=Allegato A al piano)" },
	{ "all else of an attachment", ACT,
	    "allegati: [{file: a.pdf, titolo: A, tipo: T, forma: originale, firmato: si,"
	    " pagine: 2, lingua: it, accessibile: no, alternativa: a.txt}]\n",
	    "allegati: [{file: a.pdf, titolo: B, tipo: U, forma: copia, firmato: no,"
	    " pagine: 3, lingua: fr, accessibile: si}]\n",
	    "allegati[a.pdf].titolo=A>B; allegati[a.pdf].tipo=T>U; "
	    "allegati[a.pdf].forma=originale>copia; allegati[a.pdf].firmato=si>no; "
	    "allegati[a.pdf].pagine=2>3; allegati[a.pdf].lingua=it>fr; "
	    "allegati[a.pdf].accessibile=no>si; allegati[a.pdf].-alternativa=a.txt" },

	/* Meetings. */
	{ "meeting", MEETING,
	    "organo: conferenza\ndata: 2031-02-03\nora_inizio: 9:00\nluogo: L\n"
	    "modalita: presenza\nstato: convocata\nverbale: 2031/verbale-1\n",
	    "organo: altro\ndata: 2031-02-04\nora_inizio: 9:30\nora_fine: 11:00\nluogo: M\n"
	    "modalita: mista\nstato: svolta\nverbale: 2031/verbale-2\n",
	    "organo=conferenza>altro; data=2031-02-03>2031-02-04; ora_inizio=09:00>09:30; "
	    "+ora_fine=11:00; luogo=L>M; modalita=presenza>mista; stato=convocata>svolta; "
	    "verbale=2031/verbale-1>2031/verbale-2" },
	{ "convocation", MEETING,
	    "convocazione: {data: 2031-01-01, protocollo: 1, tipo: ordinaria}\n",
	    "convocazione: {data: 2031-01-02, protocollo: 2, tipo: urgente}\n",
	    "convocazione.data=2031-01-01>2031-01-02; convocazione.protocollo=1>2; "
	    "convocazione.tipo=ordinaria>urgente" },
	{ "chair and secretary", MEETING, "presiede: p\nsegretario: {nome: N}\n",
	    "presiede: q\nsegretario: {nome: M}\n", "presiede.persona=p>q; segretario.nome=N>M" },
	{ "quorum", MEETING, "quorum: 5\n", "quorum: {necessario: 6, fonte: F}\n",
	    "quorum.necessario=5>6; quorum.+fonte=F" },
	{ "presences of a meeting", MEETING, "presenze: [{ente: alfa, esito: presente}]\n", "",
	    "-presenze(ente=alfa esito=presente)" },
	{ "participants", MEETING, "partecipanti: [N, {nome: M, ruolo: R, ente: alfa}]\n",
	    "partecipanti: [{nome: N}, {persona: m, ruolo: R, ente: beta}]\n",
	    "partecipanti[m].+persona=m; partecipanti[m].-nome=M; partecipanti[m].ente=alfa>beta" },
	{ "participants, their role", MEETING, "partecipanti: [{nome: N, ruolo: R}]\n",
	    "partecipanti: [{nome: N, ruolo: S}]\n", "partecipanti[N].ruolo=R>S" },
	{ "a point put before others", MEETING,
	    "ordine_del_giorno: [{n: 1, titolo: A}, {n: 2, titolo: B}]\n",
	    "ordine_del_giorno: [{n: 1, titolo: C}, {n: 2, titolo: A}, {n: 3, titolo: B}]\n",
	    "+ordine_del_giorno(n=1 titolo=C); ordine_del_giorno[A].n=1>2; "
	    "ordine_del_giorno[B].n=2>3" },
	{ "a point's words and act", MEETING,
	    "ordine_del_giorno: [{n: 1, titolo: A}, {n: 2, titolo: B, atto: 2031/dczi-1}]\n",
	    "ordine_del_giorno: [{n: 1, titolo: A, atto: 2031/dczi-2},"
	    " {n: 2, titolo: C, atto: 2031/dczi-1}]\n",
	    "ordine_del_giorno[A].+atto=2031/dczi-2; ordine_del_giorno[C].titolo=B>C" },
	{ "a point reworded behind a new one", MEETING,
	    "ordine_del_giorno: [{n: 1, titolo: Approvazione del piano}, {n: 2, titolo: B}]\n",
	    "ordine_del_giorno: [{n: 1, titolo: Comunicazioni},"
	    " {n: 2, titolo: Approvazione del nuovo piano}, {n: 3, titolo: B}]\n",
	    "+ordine_del_giorno(n=1 titolo=Comunicazioni); "
	    "ordine_del_giorno[Approvazione del nuovo piano].n=1>2; "
	    "ordine_del_giorno[Approvazione del nuovo piano].titolo="
	    "Approvazione del piano>Approvazione del nuovo piano; ordine_del_giorno[B].n=2>3" },
	{ "points in another order and renumbered", MEETING,
	    "ordine_del_giorno: [{n: 1, titolo: A}, {n: 2, titolo: B}]\n",
	    "ordine_del_giorno: [{n: 1, titolo: B}, {n: 2, titolo: A}]\n",
	    "ordine_del_giorno[B].n=2>1; ordine_del_giorno[A].n=1>2; "
	    "ordine_del_giorno=(n=1 titolo=A)(n=2 titolo=B)>(n=1 titolo=B)(n=2 titolo=A)" },
	{ "points in another order", MEETING,
	    "ordine_del_giorno: [{n: 1, titolo: A}, {n: 2, titolo: B}]\n",
	    "ordine_del_giorno: [{n: 2, titolo: B}, {n: 1, titolo: A}]\n",
	    "ordine_del_giorno=(n=1 titolo=A)(n=2 titolo=B)>(n=2 titolo=B)(n=1 titolo=A)" },

	/* The programme. */
	{ "programme", &programme_table,
	    "titolo: T\nzona: Z\ncapofila: alfa\nintroduzione: I\napprovato_con: ignoto\n"
	    "accordo: A\nresponsabile: R\ndata_firma: 2031\nnorme: [L, M]\nfinanziamento: F\n",
	    "titolo: U\nzona: Y\ncapofila: beta\nintroduzione: J\n"
	    "approvato_con: 2031/dczi-1\naccordo: B\nresponsabile: S\n"
	    "data_firma: 2031-02\nnorme: [M, N]\nfinanziamento: G\n",
	    "titolo=T>U; zona=Z>Y; capofila=alfa>beta; introduzione=I>J; "
	    "approvato_con=!ignoto>2031/dczi-1; accordo=A>B; responsabile=R>S; "
	    "data_firma=2031>2031-02; +norme(N); -norme(L); finanziamento=F>G" },
	{ "point", &point_table,
	    "numero: 1\ntitolo: T\ntitolo_semplice: S\nsituazione_attuale: A\ncriticita: C\n"
	    "vedi_anche: [2]\nindicatori: I\nfonte: F\n",
	    "numero: 2\ntitolo: U\nsituazione_attuale: B\ncriticita: D\nvedi_anche: [3]\n"
	    "indicatori: J\nfonte: G\n",
	    "numero=1>2; titolo=T>U; -titolo_semplice=S; situazione_attuale=A>B; "
	    "criticita=C>D; +vedi_anche(3); -vedi_anche(2); indicatori=I>J; fonte=F>G" },
	{ "goals", &point_table, "obiettivi: [{id: \"1.1\", testo: A}, {id: \"1.2\", testo: B}]\n",
	    "obiettivi: [{id: \"1.1\", testo: C}, {id: \"1.3\", testo: B}]\n",
	    "obiettivi[1.1].testo=A>C; obiettivi[1.3].id=1.2>1.3" },
	{ "actions", &point_table,
	    "azioni: [{id: \"1.1\", testo: A, responsabile: R, obiettivi: [\"1.1\", \"1.2\"],"
	    " atti_previsti: [P]}, {id: \"1.2\", testo: B}]\n",
	    "azioni: [{id: \"1.3\", testo: C}, {id: \"1.1\", testo: D, responsabile: S,"
	    " obiettivi: [\"1.2\"], atti_previsti: [P, Q], stessa_di: \"2.1\"}]\n",
	    "+azioni(id=1.3 testo=C); azioni[1.1].testo=A>D; azioni[1.1].responsabile=R>S; "
	    "azioni[1.1].obiettivi=(1.1)(1.2)>(1.2); azioni[1.1].atti_previsti=(P)>(P)(Q); "
	    "azioni[1.1].+stessa_di=2.1; -azioni(id=1.2 testo=B)" },
	{ "another action, with many of the words", &point_table,
	    "azioni: [{id: \"1.1\", testo: Incontro con il tavolo uno}]\n",
	    "azioni: [{id: \"1.2\", testo: Incontro con il tavolo due}]\n",
	    "+azioni(id=1.2 testo=Incontro con il tavolo due); "
	    "-azioni(id=1.1 testo=Incontro con il tavolo uno)" },
	{ "an action renumbered", &point_table, "azioni: [{id: \"1.1\", testo: A}]\n",
	    "azioni: [{id: \"1.2\", testo: A}]\n", "azioni[1.2].id=1.1>1.2" },
	{ "a deadline moved", &point_table,
	    "scadenze: [{testo: T, azioni: [\"1.1\"], quando: {entro: 2030-12}}]\n",
	    "scadenze: [{testo: T, azioni: [\"1.1\"], quando: {entro: 2031-03}}]\n",
	    "scadenze[T].quando=<entro 2030-12>><entro 2031-03>" },
	{ "a deadline's words and term", &point_table,
	    "scadenze: [{testo: T, azioni: [\"1.1\"], quando: {entro: 2030-12}}]\n",
	    "scadenze: [{testo: U, azioni: [\"1.1\"], quando: {entro: 2031-03},"
	    " esito_atteso: E, dubbio: D}]\n",
	    "scadenze[U].testo=T>U; scadenze[U].quando=<entro 2030-12>><entro 2031-03>; "
	    "scadenze[U].+esito_atteso=E; scadenze[U].+dubbio=D" },
	{ "deadlines of one action", &point_table,
	    "scadenze: [{testo: T, azioni: [\"1.1\"], quando: {entro: 2030-12}},"
	    " {testo: U, azioni: [\"1.1\"], quando: {entro: 2031-12}}]\n",
	    "scadenze: [{testo: V, azioni: [\"1.1\"], quando: {entro: 2031-12}},"
	    " {testo: W, azioni: [\"1.1\"], quando: {entro: 2030-12}}]\n",
	    "scadenze[V].testo=U>V; scadenze[W].testo=T>W" },
	{ "a deadline reworded and moved", &point_table,
	    "scadenze: [{testo: Apertura dello sportello, quando: {entro: 2030-12}}]\n",
	    "scadenze: [{testo: Apertura dello sportello unico, quando: {entro: 2031-03}}]\n",
	    "scadenze[Apertura dello sportello unico].testo="
	    "Apertura dello sportello>Apertura dello sportello unico; "
	    "scadenze[Apertura dello sportello unico].quando=<entro 2030-12>><entro 2031-03>" },
	{ "another deadline, with some of the words", &point_table,
	    "scadenze: [{testo: Apertura dello sportello, quando: {entro: 2030-12}}]\n",
	    "scadenze: [{testo: Prima relazione dello sportello, quando: {entro: 2031-03}}]\n",
	    "+scadenze(testo=Prima relazione dello sportello quando=<entro 2031-03>); "
	    "-scadenze(testo=Apertura dello sportello quando=<entro 2030-12>)" },
	{ "another deadline", &point_table,
	    "scadenze: [{testo: Apertura dello sportello, quando: {entro: 2030-12}}]\n",
	    "scadenze: [{testo: Prima relazione, quando: {entro: 2031-03}}]\n",
	    "+scadenze(testo=Prima relazione quando=<entro 2031-03>); "
	    "-scadenze(testo=Apertura dello sportello quando=<entro 2030-12>)" },
	{ "a deadline's actions, written otherwise", &point_table,
	    "scadenze: [{testo: T, azioni: [\"1.1\", \"1.2\"]}]\n",
	    "scadenze: [{testo: T, azioni: [\"1.2\", \"1.1\", \"1.2\"]}]\n", "" },
	{ "a deadline's actions", &point_table,
	    "scadenze: [{testo: T, azioni: [\"1.1\"], quando: {entro: 2030-12}}]\n",
	    "scadenze: [{testo: T, azioni: [\"1.2\", \"1.1\"], quando: {entro: 2030-12}}]\n",
	    "scadenze[T].azioni=(1.1)>(1.2)(1.1)" },
	{ "progress", &progress_table,
	    "data: 2031-01-01\nazione: \"1.1\"\nstato: in_corso\nnota: N\n",
	    "data: 2031-01-02\nazione: \"1.2\"\nstato: riprogrammata\nnota: M\n"
	    "nuova_scadenza: {entro: 2031-12}\n",
	    "data=2031-01-01>2031-01-02; azione=1.1>1.2; stato=in_corso>riprogrammata; "
	    "nota=N>M; +nuova_scadenza=<entro 2031-12>" },
	{ "term: the same", &progress_table, "nuova_scadenza: {entro: 2031-06, condizione: C}\n",
	    "nuova_scadenza: {condizione: ' C ', entro: 2031-06}\n", "" },
	{ "term: by or in", &progress_table, "nuova_scadenza: {entro: 2031-06}\n",
	    "nuova_scadenza: {nel: 2031-06}\n", "nuova_scadenza=<entro 2031-06>><nel 2031-06>" },
	{ "term: period", &progress_table, "nuova_scadenza: {periodo: 2030-09/2031-06}\n",
	    "nuova_scadenza: {periodo: 2030-09/2031-07}\n",
	    "nuova_scadenza=<periodo 2030-09/2031-06>><periodo 2030-09/2031-07>" },
	{ "term: event", &progress_table, "nuova_scadenza: {evento: firma}\n",
	    "nuova_scadenza: {evento: firma+P1Y}\n",
	    "nuova_scadenza=<evento firma>><evento firma+1Y0M0W0D>" },
	{ "term: another event", &progress_table, "nuova_scadenza: {evento: firma}\n",
	    "nuova_scadenza: {evento: avvio}\n", "nuova_scadenza=<evento firma>><evento avvio>" },
	{ "term: duration", &progress_table, "nuova_scadenza: {evento: firma+P1M}\n",
	    "nuova_scadenza: {evento: firma+P4W}\n",
	    "nuova_scadenza=<evento firma+0Y1M0W0D>><evento firma+0Y0M4W0D>" },
	{ "term: weeks", &progress_table, "nuova_scadenza: {evento: firma+P3W}\n",
	    "nuova_scadenza: {evento: firma+P4W}\n",
	    "nuova_scadenza=<evento firma+0Y0M3W0D>><evento firma+0Y0M4W0D>" },
	{ "term: days", &progress_table, "nuova_scadenza: {evento: firma+P1M}\n",
	    "nuova_scadenza: {evento: firma+P30D}\n",
	    "nuova_scadenza=<evento firma+0Y1M0W0D>><evento firma+0Y0M0W30D>" },
	{ "term: season", &progress_table, "nuova_scadenza: {stagione: 2031-autunno}\n",
	    "nuova_scadenza: {stagione: 2031-estate}\n",
	    "nuova_scadenza=<stagione 2031-2>><stagione 2031-1>" },
	{ "term: semester", &progress_table, "nuova_scadenza: {semestre: 2031-1}\n",
	    "nuova_scadenza: {semestre: 2032-1}\n",
	    "nuova_scadenza=<semestre 2031-1>><semestre 2032-1>" },
	{ "term: school year", &progress_table, "nuova_scadenza: {anno_scolastico: 2031/32}\n",
	    "nuova_scadenza: {fine_triennio: si}\n",
	    "nuova_scadenza=<anno_scolastico 2031-0>><fine_triennio>" },
	{ "term: since", &progress_table, "nuova_scadenza: {dal: 2031}\n",
	    "nuova_scadenza: {dal: firma}\n", "nuova_scadenza=< dal 2031>>< dal firma>" },
	{ "term: until", &progress_table, "nuova_scadenza: {dal: 2031, fino_a: 2032}\n",
	    "nuova_scadenza: {dal: 2031, fino_a: fine_triennio}\n",
	    "nuova_scadenza=< dal 2031 fino_a 2032>>< dal 2031 fino_a fine_triennio>" },
	{ "term: until an event", &progress_table, "nuova_scadenza: {dal: 2031, fino_a: avvio}\n",
	    "nuova_scadenza: {dal: 2031, fino_a: firma}\n",
	    "nuova_scadenza=< dal 2031 fino_a avvio>>< dal 2031 fino_a firma>" },
	{ "term: after", &progress_table, "nuova_scadenza: {dopo_evento: firma}\n",
	    "nuova_scadenza: {dopo_evento: avvio}\n",
	    "nuova_scadenza=< dopo firma>>< dopo avvio>" },
	{ "term: continuous", &progress_table, "nuova_scadenza: {entro: 2031}\n",
	    "nuova_scadenza: {entro: 2031, continuo: si}\n",
	    "nuova_scadenza=<entro 2031>><entro 2031 continuo>" },
	{ "term: rhythm", &progress_table, "nuova_scadenza: {periodico: si}\n",
	    "nuova_scadenza: {periodico: mensile}\n", "nuova_scadenza=< ritmo 1>>< ritmo 3>" },
	{ "term: approximate", &progress_table, "nuova_scadenza: {entro: 2031}\n",
	    "nuova_scadenza: {entro: 2031, approssimato: si}\n",
	    "nuova_scadenza=<entro 2031>><entro 2031 approssimato>" },
	{ "term: for", &progress_table, "nuova_scadenza: {dal: 2031, per: {durata: P2Y}}\n",
	    "nuova_scadenza: {dal: 2031, per: {durata: P3Y}}\n",
	    "nuova_scadenza=< dal 2031 per 2Y0M0W0D>>< dal 2031 per 3Y0M0W0D>" },
	{ "term: for school years", &progress_table,
	    "nuova_scadenza: {dal: 2031, per: {anni_scolastici: 2}}\n",
	    "nuova_scadenza: {dal: 2031, per: {anni_scolastici: 3}}\n",
	    "nuova_scadenza=< dal 2031 per 2 anni, 0>>< dal 2031 per 3 anni, 0>" },
	{ "term: for a school year", &progress_table,
	    "nuova_scadenza: {dal: 2031, per: {anno_scolastico: 2031/32}}\n",
	    "nuova_scadenza: {dal: 2031, per: {anno_scolastico: 2032/33}}\n",
	    "nuova_scadenza=< dal 2031 per 0 anni, 2031>>< dal 2031 per 0 anni, 2032>" },
	{ "term: condition", &progress_table, "nuova_scadenza: {entro: 2031, condizione: C}\n",
	    "nuova_scadenza: {entro: 2031, condizione: D}\n",
	    "nuova_scadenza=<entro 2031 se C>><entro 2031 se D>" },
	{ "term: one that can't be read", &progress_table, "nuova_scadenza: {entro: presto}\n",
	    "nuova_scadenza: {entro: 2031}\n", "?nuova_scadenza=entro: presto>entro: 2031" },
	{ "evidence", &progress_table,
	    "evidenze: [{atto: 2031/dczi-1, titolo: A}, {rapporto: 2031-01-01-r, titolo: R},"
	    " {url: 'https://a.example/', titolo: U}]\n",
	    "evidenze: [{atto: 2031/dczi-2, titolo: A}, {rapporto: 2031-01-02-r, titolo: R},"
	    " {url: 'https://b.example/', titolo: U}]\n",
	    "evidenze[2031/dczi-2].atto=2031/dczi-1>2031/dczi-2; "
	    "evidenze[2031-01-02-r].rapporto=2031-01-01-r>2031-01-02-r; "
	    "evidenze[https://b.example/].url=https://a.example/>https://b.example/" },
	{ "evidence, its title", &progress_table, "evidenze: [{atto: 2031/dczi-1, titolo: A}]\n",
	    "evidenze: [{atto: 2031/dczi-1, titolo: B}]\n", "evidenze[2031/dczi-1].titolo=A>B" },
	{ "report", &report_table, "titolo: T\nperiodo: P\npunti_programma: [1]\nsintesi: S\n",
	    "titolo: U\nperiodo: Q\npunti_programma: [2]\nsintesi: R\n",
	    "titolo=T>U; periodo=P>Q; +punti_programma(2); -punti_programma(1); sintesi=S>R" },
	{ "regulation", &regulation_table,
	    "titolo: T\napprovato_da: 2031/dczi-1\nvigente_dal: 2031\nvigente_al: 2032\n",
	    "titolo: U\napprovato_da: 2031/dczi-2\nvigente_dal: 2031-02\n",
	    "titolo=T>U; approvato_da=2031/dczi-1>2031/dczi-2; vigente_dal=2031>2031-02; "
	    "-vigente_al=2032" },

	/* What today's tables can't read. */
	{ "unknown keys", ACT, "numero: 1\nvecchia: uno\nsparita: [a, {b: c}]\n",
	    "numero: 1\nnuova: {a: b, c: [d, e]}\nvecchia: due\n",
	    "?+nuova=a: b, c: (d, e); ?vecchia=uno>due; ?-sparita=a, (b: c)" },
	{ "unknown keys, empty or written otherwise", ACT, "vecchia: uno due\nvuota:\n",
	    "vecchia: 'uno  due'\naltra: []\n", "" },
	{ "a word that was retired", ACT, "tipo: editto\n", "tipo: delibera\n",
	    "?tipo=editto>delibera" },
	{ "a word that was retired, then nothing", ACT, "tipo: editto\n", "numero: 1\n",
	    "?-tipo=editto; +numero=1" },
	{ "a word that was retired, as before", ACT, "tipo: editto\nnumero: 1\n",
	    "tipo: editto\nnumero: 2\n", "numero=1>2" },
	{ "a date that is none", ACT, "data: 2031-02-31\n", "data: 2031-02-28\n",
	    "?data=2031-02-31>2031-02-28" },
	{ "a place that is none", ACT, "collegamenti: [{tipo: revoca, atto: uno}]\n",
	    "collegamenti: [{tipo: revoca, atto: 2030/dczi-1}]\n",
	    "collegamenti[revoca 2030/dczi-1].?atto=uno>2030/dczi-1" },
	{ "a count that is none", ACT, "votazioni: [{oggetto: atto, favorevoli: molti}]\n",
	    "votazioni: [{oggetto: atto, favorevoli: 9}]\n",
	    "votazioni[atto].?favorevoli=molti>9" },
	{ "a number that is none, in short", MEETING, "quorum: {necessario: molti, fonte: F}\n",
	    "quorum: 6\n", "quorum.?necessario=molti>6; quorum.-fonte=F" },
	{ "a text for an object", ACT, "albo: Comune di Alfa\n", "albo: {ente: alfa}\n",
	    "?albo=Comune di Alfa>ente: alfa" },
	{ "a text for a list", ACT, "presenze: tutti\n", "presenze: [{ente: alfa}]\n",
	    "?-presenze=tutti; +presenze(ente=alfa)" },
	{ "texts for items", ACT,
	    "presenze: [tutti, {ente: alfa}]\nanni_scolastici: [x, 2031/32]\n",
	    "presenze: [{ente: alfa}, nessuno]\nanni_scolastici: [2031/32, y]\n",
	    "?presenze=tutti>nessuno; ?anni_scolastici=x>y" },
	{ "unknown keys in an object", ACT, "albo: {ente: alfa, vecchia: 1}\n",
	    "albo: {ente: alfa, vecchia: 2, data: 3}\n", "albo.?vecchia=1>2; albo.?+data=3" },
	{ "unknown keys in an object of nothing else", ACT, "numero: 1\n",
	    "numero: 1\nalbo: {vecchia: 1}\n", "albo.?+vecchia=1" },
	{ "unknown keys in an item", ACT, "allegati: [{file: a.pdf, vecchia: 1}]\n",
	    "allegati: [{file: a.pdf}]\n", "allegati[a.pdf].?-vecchia=1" },
	{ "unknown keys further inside", ACT,
	    "verbalizzazione: {verbalizzante: {nome: N, vecchia: 1}}\n",
	    "verbalizzazione: {verbalizzante: {nome: N, vecchia: 2}}\n",
	    "verbalizzazione.?vecchia=1>2" },
	{ "an object further inside, with unknown keys", ACT,
	    "verbalizzazione: {ruolo: R, verbalizzante: {vecchia: 1}}\n",
	    "verbalizzazione: {ruolo: R, verbalizzante: {nome: N, vecchia: 2}}\n",
	    "verbalizzazione.+verbalizzante={nome=N}" },
	{ "what is accepted, further inside", ACT, "albo: {ente: alfa}\n",
	    "albo: {ente: alfa, accettati: x}\n", "albo.?+accettati=x" },
	{ "a whole file", ACT, "", "numero: 1\npresenze: [{ente: alfa}]\n",
	    "+numero=1; +presenze(ente=alfa)" },
};

const size_t key_change_row_count = sizeof key_change_rows / sizeof *key_change_rows;
