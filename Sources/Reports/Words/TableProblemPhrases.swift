import Workforce

/// Phrases of problems in tables, histories, references and changes.
extension ReferenceProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .unknown(let thing, let name, let nearest):
            say(
                "there is no \(thing.noun(say)) \(name)",
                "\(thing.noun(say)) \(name) : introuvable")
                + (nearest.map { say.didYouMean($0) }
                    ?? say("; write one that exists", " ; indiquez un nom qui existe"))
        case .duplicate(let thing, let name, let line):
            say(
                "\(thing.noun(say)) \(name) is already on line \(line); keep one of the two",
                "\(thing.noun(say)) \(name) figure déjà à la ligne \(line) ; n’en gardez qu’une mention")
        case .skillOfNobody(let skill, let nearest):
            say(
                "no agent has the skill \(skill)",
                "aucun agent n’a la compétence \(skill)")
                + (nearest.map { say.didYouMean($0) }
                    ?? say("; add it in agents.csv", " ; ajoutez-la dans agents.csv"))
        case .agentLacksSkill(let agent, let campaign, let skill):
            say(
                "\(agent) lacks the skill \(skill) that \(campaign) requires; add it, or change the campaigns",
                "\(agent) n’a pas la compétence \(skill) que \(campaign) exige ; ajoutez-la, ou changez les campagnes"
            )
        case .otherSite(let agent, let campaign):
            say(
                "\(agent) works at another site than the campaign \(campaign); change one of the two",
                "\(agent) ne travaille pas sur le site de la campagne \(campaign) ; changez l’un des deux")
        case .noAgentOfCampaign(let campaign):
            say(
                "no agent is named for the campaign \(campaign); add it to campagnes in agents.csv",
                "aucun agent n’est affecté à la campagne \(campaign) ; ajoutez-la à la colonne campagnes de agents.csv"
            )
        case .agentLeft(let agent):
            say(
                "\(agent) is not in agents.csv: the line is not used; add the agent, or leave it so",
                "\(agent) n’est pas dans agents.csv : la ligne ne sert pas ; ajoutez l’agent, ou laissez ainsi"
            )
        case .unusedSkill(let skill, let nearest):
            say(
                "no campaign requires the skill \(skill)",
                "aucune campagne n’exige la compétence \(skill)") + say.didYouMean(nearest)
        }
    }
}

extension TableProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .missingColumn(let column, let others):
            say("there is no column \(column)", "la colonne \(column) manque")
                + (others.isEmpty
                    ? say("; add it", " ; ajoutez-la")
                    : say("; add it (or \(say.either(others)))", " ; ajoutez-la (ou \(say.either(others)))"))
        case .unknownColumn(let column, let nearest):
            say(
                "the column \(column) is not used",
                "la colonne \(column) n’est pas utilisée") + say.didYouMean(nearest)
        case .duplicateColumn(let column, let first):
            say(
                "the column \(column) is already column \(first); keep one of the two",
                "la colonne \(column) est déjà la colonne \(first) ; gardez l’une des deux")
        case .emptyCell(let column):
            say("\(column) is empty; fill it in", "\(column) est vide ; remplissez la cellule")
        case .rowTooShort(let found, let expected):
            say(
                "the row has \(found) cells; write \(expected)",
                "la ligne a \(found) cellules ; écrivez-en \(expected)")
        case .rowTooLong(let found, let expected):
            say(
                "the row has \(found) cells; write \(expected), and quote cells that hold the separator",
                "la ligne a \(found) cellules ; écrivez-en \(expected), et mettez entre guillemets celles qui "
                    + "contiennent le séparateur")
        case .unclosedQuote:
            say(
                "a quote opened here is never closed; close it, or double it inside a cell",
                "un guillemet ouvert ici n’est jamais fermé ; fermez-le, ou doublez-le dans une cellule")
        case .textAfterQuote:
            say(
                "text follows a closing quote; double quotes inside a quoted cell",
                "du texte suit un guillemet fermant ; doublez les guillemets à l’intérieur d’une cellule")
        case .totalsRow(let text):
            say(
                "the row \(text) is a total and was left out",
                "la ligne \(text) est un total et n’est pas comptée")
        case .columnTaken(let column, let meaning):
            say(
                "the column \(column) is read as \(meaning); name it so, or name another so",
                "la colonne \(column) est lue comme \(meaning) ; nommez-la ainsi, ou une autre")
        case .linesAboveHeaders(let count):
            say(
                "\(say.number(count)) \(count == 1 ? "line" : "lines") above the headers left out",
                count == 1
                    ? "une ligne au-dessus des en-têtes n’est pas lue"
                    : "\(say.number(count)) lignes au-dessus des en-têtes ne sont pas lues")
        case .headersOnly:
            say(
                "there are headers and no row; add rows, or delete the file",
                "il y a des en-têtes et aucune ligne ; ajoutez des lignes, ou supprimez le fichier")
        case .furtherErrors(let count):
            say(
                "\(count) further problems of this file are not listed; correct these first",
                "\(count) autres problèmes de ce fichier ne sont pas listés ; corrigez d’abord ceux-ci")
        }
    }
}

extension HistoryProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .duplicateInterval(let start, let line):
            say(
                "\(start) is already on line \(line); keep one of the two",
                "\(start) figure déjà à la ligne \(line) ; gardez l’une des deux")
        case .offGridSlot(let start, let minutes):
            say(
                "\(start) is not on the file's grid of \(minutes) minutes; write a start on the grid",
                "\(start) n’est pas sur la grille de \(minutes) minutes du fichier ; écrivez un début sur la grille"
            )
        case .skippedByClockChange(let start):
            say(
                "\(start) does not exist: clocks jump over it that night; correct the time",
                "\(start) n’existe pas : l’heure change cette nuit-là ; corrigez l’heure")
        case .spanTooLong(let first, let last, let years):
            say(
                "the history runs from \(first) to \(last); keep at most \(years) years, or correct the date",
                "l’historique va du \(first) au \(last) ; gardez au plus \(years) ans, ou corrigez la date")
        case .missing(let file):
            say(
                "the history \(file) is missing; add it, or write volume: 12000/month",
                "l’historique \(file) manque ; ajoutez-le, ou écrivez volume: 12000/month")
        case .ofNobody(let name, let nearest):
            say(
                "\(name) is no campaign nor campaign.activity",
                "\(name) n’est ni une campagne ni campagne.activité")
                + (nearest.map { say.didYouMean($0) }
                    ?? say("; rename or remove the file", " ; renommez ou retirez le fichier"))
        case .ambiguous(let campaign, let files):
            say(
                "\(campaign) has several activities; name the file \(say.either(files))",
                "\(campaign) a plusieurs activités ; nommez le fichier \(say.either(files))")
        case .unused(let activity):
            say(
                "\(activity) does not forecast from a history: the file is not used; remove "
                    + "volume, or the file",
                "\(activity) ne prévoit pas sur historique : le fichier ne sert pas ; retirez volume, ou le fichier"
            )
        case .secondFile(let first):
            say(
                "\(first) already gives the history of this activity; keep one of the two files",
                "\(first) donne déjà l’historique de cette activité ; gardez l’un des deux fichiers")
        case .noUsableRow:
            say(
                "no row could be used; write rows such as 2026-11-16 08:30;37;312",
                "aucune ligne n’est utilisable ; écrivez des lignes comme 2026-11-16 08:30;37;312")
        case .clockChangeSummed(let date):
            say(
                "the hour lived twice on \(date) is there twice and was summed",
                "l’heure vécue deux fois le \(date) figure deux fois et a été additionnée")
        case .queuesSummed(let intervals, let queues):
            say(
                "\(say.number(intervals)) intervals have rows of several of the \(say.number(queues)) queues, "
                    + "which were summed",
                "\(say.number(intervals)) intervalles ont des lignes de plusieurs des \(say.number(queues)) files, "
                    + "qui ont été additionnées")
        case .duplicateQueueInterval(let start, let queue, let line):
            say(
                "\(start) of \(queue) is already on line \(line); keep one of the two",
                "\(start) de \(queue) figure déjà à la ligne \(line) ; gardez l’une des deux")
        case .totalQueue(let name, let rows):
            say(
                "\(say.number(rows)) rows of \(name) sum up the others and were left out",
                "\(say.number(rows)) lignes de \(name) totalisent les autres et ne sont pas comptées")
        case .callsCounted(let calls, let minutes):
            say(
                "\(say.number(calls)) calls counted into \(minutes)-minute slots",
                "\(say.number(calls)) appels comptés par tranches de \(minutes) minutes")
        case .datesReadAs(let found, let date):
            say(
                "dates such as \(found) are read as \(date); write them like \(date) if they mean another day",
                "les dates comme \(found) sont lues comme le \(date) ; écrivez-les comme \(date) s’il s’agit d’un autre jour"
            )
        case .sparseDays(let gap):
            say(
                "the rows are \(gap) days apart: totals of weeks or months are not days; write one row a day",
                "les lignes sont espacées de \(gap) jours : des totaux de semaines ou de mois ne sont pas des jours ; "
                    + "écrivez une ligne par jour")
        case .broughtToSiteClock(let timeZone):
            say(
                "times written with their zone (Z, +01:00) are brought to the clock of \(timeZone)",
                "les heures écrites avec leur fuseau (Z, +01:00) sont ramenées à l’heure de \(timeZone)")
        case .afterHorizon(let last, let start):
            say(
                "the history runs to \(last), into the horizon that starts on \(start); check the dates",
                "l’historique va jusqu’au \(last), dans l’horizon qui commence le \(start) ; vérifiez les dates"
            )
        }
    }
}

extension ChangeProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .noAmount(let text):
            say(
                "\(text) has no amount; write a key, = and an amount, for example demand=+10%",
                "\(text) n’a pas de valeur ; écrivez une clé, = et une valeur, par exemple demand=+10%")
        case .unknownKey(let key, let nearest):
            say(
                "there is nothing to change called \(key)",
                "rien à changer ne s’appelle \(key)")
                + (nearest.map { say.didYouMean($0) }
                    ?? say(
                        "; write demand, aht, target, patience, absence, shrinkage, wage, reach or conversion",
                        " ; écrivez demand, aht, target, patience, absence, shrinkage, wage, reach ou conversion"
                    ))
        case .badAmount(let key, let found, let examples):
            say(
                "\(found) cannot change \(key); write \(say.either(examples))",
                "\(found) ne peut pas changer \(key) ; écrivez \(say.either(examples))")
        case .outOfRange(let key, let found, let low, let high):
            say(
                "\(found) goes too far for \(key); write between \(low) and \(high)",
                "\(found) va trop loin pour \(key) ; écrivez entre \(low) et \(high)")
        case .badSweep(let text):
            say(
                "\(text) is no sweep; write key=a..b:step, for example demand=-20%..+30%:10%",
                "\(text) n’est pas un balayage ; écrivez clé=a..b:pas, par exemple demand=-20%..+30%:10%")
        case .emptySweep(let text):
            say(
                "\(text) never gets from its start to its end; change the sign of the step",
                "\(text) ne va jamais de son début à sa fin ; changez le signe du pas")
        case .sweepTooLong(let steps, let limit):
            say(
                "the sweep has \(steps) steps; write at most \(limit)",
                "le balayage a \(steps) pas ; écrivez-en au plus \(limit)")
        }
    }
}
