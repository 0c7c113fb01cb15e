#include "search/services.h"

const struct search_service search_services[] = {
	{ "_incorpora/", "Gli ultimi atti su un altro sito",
	    "Per chi cura un altro sito: un riquadro con gli ultimi atti, da incorporare in una pagina." },
	{ "accessibilita/", "Accessibilità",
	    "L'accessibilità del sito: la dichiarazione, come segnalare un ostacolo." },
	{ "atti/", "Atti",
	    "Tutte le delibere e gli altri atti, per anno, tipo, organo e argomento." },
	{ "come-funziona/", "Come funziona questo sito",
	    "Da dove vengono gli atti, che cosa sono le versioni e lo stato registrato." },
	{ "comuni/", "Comuni della zona", "Tutti i Comuni che fanno parte della Conferenza." },
	{ "contatti/", "Contatti",
	    "A chi scrivere. Come segnalare un errore o un dato personale, come chiedere un documento con "
	    "l'accesso civico." },
	{ "glossario/", "Glossario", "Le parole e le sigle difficili, spiegate." },
	{ "mappa/", "Mappa del sito", "Tutte le pagine, in un elenco." },
	{ "normativa/", "Normativa", "Le leggi e gli altri atti citati in questo sito." },
	{ "note-legali/", "Note legali", "Il valore di queste pagine, la licenza dei contenuti." },
	{ "novita/", "Novità",
	    "Che cosa è cambiato sul sito: pubblicazioni, modifiche, ultimi atti." },
	{ "organi/", "Organi", "Chi decide e chi coordina." },
	{ "persone/", "Persone in carica",
	    "Chi ha un incarico politico: sindaci, assessori, presidente." },
	{ "privacy/", "Privacy",
	    "Che cosa succede ai dati di chi visita il sito, i cookie, il titolare del trattamento." },
	{ "rapporti/", "Rapporti", "Che cosa è stato fatto, raccontato un periodo alla volta." },
	{ "regolamenti/", "Regolamenti", "Le regole che valgono, e quelle di prima." },
	{ "scuole/", "Scuole", "Le scuole di cui si parla negli atti." },
	{ "sedute/", "Sedute", "Quando si riunisce chi decide, di che cosa discute, chi c'era." },
	{ "tavoli/", "Tavoli di lavoro", "I gruppi che lavorano su un tema." },
	{ "verifica/", "Verifica di un file",
	    "Come controllare se un documento scaricato è identico a quello pubblicato: la sua impronta." },
};
const size_t search_service_count = sizeof search_services / sizeof *search_services;

const struct search_service *search_service_at(struct slice path)
{
	for (size_t i = 0; i < search_service_count; i++)
		if (slice_is(path, search_services[i].path))
			return &search_services[i];
	return NULL;
}
