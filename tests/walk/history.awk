# Makes a git fast-import stream of a history that is hard to follow: acts come, change, return to what they were, go,
# come back, move, become executable, links, folders; side branches are merged into the main one and the main one into
# them, as they are, with more changes than either had, several at once; clocks run backwards and far ahead.
#
#   awk -v acts=1000 -v commits=2000 -f history.awk
#
# Nothing is taken from a clock or from chance. Branch main has about so many commits along first parents.
#
# main[path] is what stands there: "mode blob"; empty: nothing. Of a side branch, by its number: changed[side, path] what
# it made of a path, before[side, path] what main had there when the side began, where main has changed it since.

# A number from 0 to below - 1 (Lehmer; products stay exact in a double).
function draw(below) {
	seed = (seed * 48271) % 2147483647
	return seed % below
}
function path_of(act) {
	if (act <= odd)
		return "content/varie/" (act % 2 ? "v" (act + 1) / 2 : "v" act / 2 "/sotto")
	return "content/atti/" 2001 + act % 25 "/dczi-" act ".md"
}
# What a file stands in the way of: v1 of v1/sotto, and the other way round.
function rival_of(path) {
	if (path !~ /^content\/varie/)
		return ""
	return path ~ /\/sotto$/ ? substr(path, 1, length(path) - 6) : path "/sotto"
}
function value_at(side, path) {
	if (side && (side, path) in changed)
		return changed[side, path]
	if (side && (side, path) in before)
		return before[side, path]
	return main[path]
}
function remember(path,    side) {
	for (side = 1; side <= sides; side++)
		if (live[side] && !((side, path) in before)) {
			before[side, path] = main[path]
			before_list[side, ++befores[side]] = path
		}
}
function put(side, path, value) {
	if (!side) {
		remember(path)
		main[path] = value
		return
	}
	if (!((side, path) in changed))
		changed_list[side, ++changes[side]] = path
	changed[side, path] = value
}
function emit(path, value,    part) {
	if (value == "") {
		print "D " path
		return
	}
	split(value, part, " ")
	if (part[1] == 160000) {
		printf "M 160000 %040d %s\n", part[2], path
		return
	}
	printf "M %s inline %s\ndata %d\n%s\n", part[1], path, length(part[2]) + 6, "testo " part[2]
}
function set(side, path, value,    rival) {
	rival = rival_of(path)
	if (value != "" && rival != "" && value_at(side, rival) != "") {
		emit(rival, "")
		put(side, rival, "")
	}
	emit(path, value)
	put(side, path, value)
}
function begin_commit(branch, from) {
	moment += draw(9) ? draw(40000) : -draw(300000)
	if (!draw(400))
		when = draw(2) ? draw(100000) : 2147483640 + draw(2147483800)
	else
		when = moment
	printf "commit refs/heads/%s\nmark :%d\ncommitter Nome Inventato <nome@example.invalid> %.0f +0100\n",
		branch, ++mark, when
	printf "data %d\n%s\n", length("Passo " mark), "Passo " mark
	if (from)
		print "from :" from
}
# Some change on main (side 0) or a side.
function change(side,    path, other, value, kind) {
	path = path_of(1 + draw(known))
	value = value_at(side, path)
	kind = draw(20)
	if (known < acts && known < 30 + 1.1 * acts * done / commits) {
		path = path_of(++known)
		set(side, path, "100644 " draw(6))
	} else if (value == "" || kind < 12) {
		set(side, path, "100644 " draw(6))
	} else if (kind == 12) {
		set(side, path, "")
	} else if (kind == 13) {
		set(side, path, "100755 " substr(value, 8))
	} else if (kind == 14) {
		set(side, path, (draw(2) ? "120000 " : "160000 ") (1 + draw(3)))
	} else if (kind < 17) {
		other = path_of(1 + draw(known))
		set(side, path, "")
		set(side, other, value)
	} else {
		set(side, path, "100644 " draw(3))
	}
}
function step(side,    i) {
	begin_commit(side ? "side" side : "main", side ? tip[side] : tip[0])
	for (i = draw(3); i >= 0; i--)
		change(side)
	tip[side] = mark
}
function begin_side() {
	live[++sides] = 1
	tip[sides] = tip[0]
}
# Main takes what the sides in list[1..count] did, or leaves it, or something of its own comes of it.
function merge_into_main(count,    i, n, side, path, choice) {
	begin_commit("main", tip[0])
	for (i = 1; i <= count; i++)
		print "merge :" tip[list[i]]
	for (i = 1; i <= count; i++) {
		side = list[i]
		live[side] = 0
		choice = draw(4)
		for (n = 1; n <= changes[side]; n++) {
			path = changed_list[side, n]
			if (choice < 2 || (choice == 2 && draw(2)))
				set(0, path, changed[side, path])
		}
	}
	if (!draw(3))
		change(0)
	tip[0] = mark
}
# The side is the first parent, as after `git pull` on a machine that had commits of its own: what main did since comes
# in by this merge, and main goes on from here.
function merge_main_into(side,    i, path) {
	begin_commit("main", tip[side])
	print "merge :" tip[0]
	live[side] = 0
	for (i = 1; i <= befores[side]; i++) {
		path = before_list[side, i]
		if (!((side, path) in changed))
			pulled[path] = draw(8) > 0
	}
	for (i = 1; i <= changes[side]; i++) {
		path = changed_list[side, i]
		taken[path] = 1
	}
	pull(side)
	if (!draw(3))
		change(0)
	tip[0] = mark
}
function pull(side,    i, path, value) {
	# First what goes, so that nothing stands in the way of what comes.
	for (i = 1; i <= befores[side]; i++) {
		path = before_list[side, i]
		if (path in pulled && pulled[path] && main[path] == "" && before[side, path] != "")
			emit(path, "")
	}
	for (i = 1; i <= befores[side]; i++) {
		path = before_list[side, i]
		if (!(path in pulled))
			continue
		value = pulled[path] ? main[path] : before[side, path]
		if (pulled[path] && value != "")
			rivals_go(side, path)
		if (pulled[path] && value != "")
			emit(path, value)
		if (!pulled[path])
			put(0, path, value)
		delete pulled[path]
	}
	for (i = 1; i <= changes[side]; i++) {
		path = changed_list[side, i]
		if (path in taken)
			put(0, path, changed[side, path])
		delete taken[path]
	}
}
function rivals_go(side, path,    rival) {
	rival = rival_of(path)
	if (rival == "" || value_at(side, rival) == "" || rival in pulled)
		return
	emit(rival, "")
	delete taken[rival]
	put(0, rival, "")
}
# Every act that main has not, or has no more.
function restore_all(    i) {
	begin_commit("main", tip[0])
	for (i = odd + 1; i <= acts; i++)
		if (main[path_of(i)] == "")
			set(0, path_of(i), "100644 " draw(6))
	known = acts
	tip[0] = mark
}
# All live sides; returns how many, those in list[1..].
function gather(most,    side, count) {
	for (side = sides; side >= 1 && count < most; side--)
		if (live[side])
			list[++count] = side
	return count
}

BEGIN {
	seed = 7
	odd = 24
	moment = 981763200
	known = odd + 6
	begin_commit("main", 0)
	for (i = 1; i <= known; i++)
		set(0, path_of(i), "100644 " draw(6))
	tip[0] = mark
	for (done = 1; done < commits; done++) {
		if (!restored && done >= 0.9 * commits) {
			restored = 1
			restore_all()
		}
		step(0)
		if (gather(3) < 3 && !draw(12))
			begin_side()
		for (n = gather(3); n >= 1; n--)
			if (!draw(2))
				step(list[n])
		if (!draw(10) && (count = gather(3))) {
			done++
			if (draw(3) == 0)
				merge_main_into(list[1])
			else
				merge_into_main(draw(4) ? 1 : count)
		}
	}
	print "done"
}
