import Workforce

/// One line for people: `site.yaml:3:8: error: …`, with line and column where there are any.
public func diagnosticLine(_ diagnostic: Diagnostic, _ language: Language) -> String {
    let place = diagnostic.location
    var line = place.file
    if place.line > 0 { line += ":\(place.line)" }
    if place.line > 0, place.column > 0 { line += ":\(place.column)" }
    let severity =
        switch diagnostic.severity {
        case .error: language("error", "erreur")
        case .warning: language("warning", "attention")
        case .note: language("note", "note")
        }
    return "\(line): \(severity)\(language.colon)\(diagnostic.problem.phrase(language))"
}

extension Problem {
    /// What was found, and what to write instead.
    public func phrase(_ language: Language) -> String {
        switch self {
        case .file(let problem): problem.phrase(language)
        case .yaml(let problem): problem.phrase(language)
        case .value(let problem): problem.phrase(language)
        case .meaning(let problem): problem.phrase(language)
        case .reference(let problem): problem.phrase(language)
        case .table(let problem): problem.phrase(language)
        case .history(let problem): problem.phrase(language)
        case .change(let problem): problem.phrase(language)
        }
    }
}

extension Language {
    /// `; did you mean …?`, or nothing.
    func didYouMean(_ nearest: String?) -> String {
        guard let nearest else { return "" }
        return self("; did you mean \(nearest)?", " ; vouliez-vous dire \(nearest) ?")
    }

    /// `a, b or c`.
    func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + self(" or ", " ou ") + last
    }
}

extension FileProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .missing:
            say(
                "the file is missing; write it, or run plateau init to see one",
                "le fichier manque ; créez-le, ou lancez plateau init pour en voir un modèle")
        case .folderMissing:
            say(
                "there is no such folder; name a folder that holds site.yaml",
                "ce dossier n’existe pas ; indiquez un dossier qui contient site.yaml")
        case .unreadable:
            say(
                "the file cannot be read; check that it is a file and its access rights",
                "le fichier est illisible ; vérifiez que c’est bien un fichier et ses droits d’accès")
        case .tooLarge(let limit):
            say(
                "the file is larger than \(limit) MB; split it or remove old rows",
                "le fichier dépasse \(limit) Mo ; découpez-le ou retirez les anciennes lignes")
        case .empty:
            say(
                "the file is empty; fill it in or delete it",
                "le fichier est vide ; remplissez-le ou supprimez-le")
        case .nulByte:
            say(
                "there is a NUL byte: this is not a text file (or it is UTF-16); save it as UTF-8 text",
                "il contient un octet nul : ce n’est pas un fichier texte (ou il est en UTF-16) ; "
                    + "enregistrez-le en texte UTF-8")
        case .notUTF8:
            say(
                "the text is not UTF-8; save the file as UTF-8",
                "le texte n’est pas en UTF-8 ; enregistrez le fichier en UTF-8")
        case .readAsWindows1252:
            say(
                "the text is not UTF-8 and was read as Windows-1252; check the accents",
                "le texte n’est pas en UTF-8 et a été lu comme du Windows-1252 ; vérifiez les accents")
        case .badName(let name):
            say(
                "the file name \(name) is no identifier; use letters, digits, - and _ (a point before an activity)",
                "le nom de fichier \(name) n’est pas un identifiant ; employez des lettres, des chiffres, - et _ "
                    + "(un point avant une activité)")
        case .noCampaign:
            say(
                "there is no campaign; write at least one file campaigns/<name>.yaml",
                "il n’y a aucune campagne ; écrivez au moins un fichier campaigns/<nom>.yaml")
        case .alreadyThere:
            say(
                "the file is already there and was left as it is; choose another folder",
                "le fichier existe déjà et n’a pas été touché ; choisissez un autre dossier")
        case .unwritable(let reason):
            say(
                "the file cannot be written (\(reason)); check the folder and its rights",
                "le fichier ne peut pas être écrit (\(reason)) ; vérifiez le dossier et ses droits")
        case .noSuchFolder(let folder):
            say(
                "there is no folder \(folder); make it first, or write into another",
                "le dossier \(folder) n’existe pas ; créez-le d’abord, ou écrivez dans un autre")
        }
    }
}

extension YAMLProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .syntax(let detail):
            say(
                "this is not valid YAML (\(detail)); check indentation, colons and quotes here",
                "ce n’est pas du YAML valide ; vérifiez ici les retraits, les deux-points et les guillemets"
            )
        case .tabIndentation:
            say(
                "a tab indents this line; use spaces",
                "une tabulation décale cette ligne ; "
                    + "mettez des espaces")
        case .anchorOrAlias(let token):
            say(
                "\(token) is a YAML anchor or alias; write the value out, or quote it",
                "\(token) est une ancre ou un alias YAML ; écrivez la valeur en toutes lettres, ou entre guillemets"
            )
        case .severalDocuments:
            say(
                "a second document begins here; keep one document a file",
                "un second document commence ici ; gardez un seul document par fichier")
        case .nestedTooDeeply(let limit):
            say(
                "the values are nested more than \(limit) deep; flatten them",
                "les valeurs sont imbriquées sur plus de \(limit) niveaux ; aplatissez-les")
        case .duplicateKey(let key, let line):
            say(
                "\(key) is already on line \(line); keep one of the two",
                "\(key) figure déjà à la ligne \(line) ; gardez l’une des deux")
        case .unknownKey(let key, let nearest):
            say("unknown key \(key)", "clé inconnue : \(key)")
                + (nearest.map { say.didYouMean($0) } ?? say("; remove it", " ; supprimez-la"))
        case .keyOfOtherChannel(let key, let channel, let channels):
            say(
                "\(key) has no meaning for the channel \(channel), only for \(say.either(channels)); remove it",
                "\(key) n’a pas de sens pour le canal \(channel), seulement pour \(say.either(channels)) ; supprimez-la"
            )
        case .missingKey(let key, let kind):
            say(
                "\(key) is missing; write \(key): with \(kind.noun(say))",
                "\(key) manque ; écrivez \(key): avec \(kind.noun(say))")
        case .wrongShape(let key, let found, let expected):
            say(
                "\(key) holds \(found.noun(say)); write \(expected.noun(say))",
                "\(key) contient \(found.noun(say)) ; écrivez \(expected.noun(say))")
        }
    }
}

extension ValueProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .malformed(let key, let found, let kind, let suggestion):
            say(
                "\(key) \(found) is not \(kind.noun(say)); write ",
                "\(key) \(found) n’est pas \(kind.noun(say)) ; écrivez ")
                + (suggestion ?? kind.example(say))
        case .above(let key, let found, let bounds):
            say(
                "\(key) \(found) is above \(bounds.high); ",
                "\(key) \(found) dépasse \(bounds.high) ; ") + bounds.advice(say)
        case .below(let key, let found, let bounds):
            say(
                "\(key) \(found) is below \(bounds.low); ",
                "\(key) \(found) est inférieur à \(bounds.low) ; ") + bounds.advice(say)
        case .notMultiple(let key, let found, let step, let nearest):
            say(
                "\(key) \(found) is not a multiple of \(step); write \(nearest)",
                "\(key) \(found) n’est pas un multiple de \(step) ; écrivez \(nearest)")
        case .wrongLength(let key, let found, let expected):
            say(
                "\(key) has \(found) entries; write \(expected)",
                "\(key) a \(found) valeurs ; écrivez-en \(expected)")
        case .onlyZeros(let key):
            say(
                "\(key) holds only zeros; give at least one entry a weight",
                "\(key) ne contient que des zéros ; donnez un poids à une valeur au moins")
        }
    }
}

extension MeaningProblem {
    func phrase(_ say: Language) -> String {
        switch self {
        case .notMonday(let date):
            say(
                "\(date) is not a Monday; write \(date.monday) or \(date.monday + 7)",
                "\(date) n’est pas un lundi ; écrivez \(date.monday) ou \(date.monday + 7)")
        case .endBeforeStart(let key, let start, let end):
            say(
                "\(key) ends (\(end)) before it begins (\(start)); write the earlier one first",
                "\(key) finit (\(end)) avant de commencer (\(start)) ; écrivez d’abord le plus tôt")
        case .conflictingKeys(let first, let second):
            say(
                "\(first) and \(second) exclude each other; keep one",
                "\(first) et \(second) s’excluent ; gardez l’une des deux")
        case .requires(let key, let other):
            say(
                "\(key) needs \(other); write \(other) too",
                "\(key) suppose \(other) ; écrivez aussi \(other)")
        case .overlappingHours(let first, let second):
            say(
                "\(first) and \(second) overlap; write separate stretches",
                "\(first) et \(second) se chevauchent ; écrivez des plages séparées")
        case .tooMany(let thing, let limit):
            say(
                "more than \(limit) \(thing.plural(say)); remove some",
                "plus de \(limit) \(thing.plural(say)) ; retirez-en")
        case .neverOpen:
            say(
                "the campaign is open on no day; write openingHours, for example mon-fri: 09:00-18:00",
                "la campagne n’ouvre aucun jour ; écrivez openingHours, par exemple mon-fri: 09:00-18:00")
        case .impossibleWeek(let weekly, let days, let daily):
            say(
                "\(days) days of \(daily) never make \(weekly) a week; widen daysPerWeek or dailyHours",
                "\(days) jours de \(daily) ne font jamais \(weekly) par semaine ; élargissez daysPerWeek ou dailyHours"
            )
        case .dailyAboveRules(let daily, let maximum):
            say(
                "dailyHours go up to \(daily), above the legal \(maximum) of effective work; write at most \(maximum)",
                "dailyHours va jusqu’à \(daily), au-delà des \(maximum) légales de travail effectif ; "
                    + "écrivez au plus \(maximum)")
        case .outsideModulation(let weekly, let bounds):
            say(
                "the modulation's weeklyHours \(bounds) leave out the contract's \(weekly); widen them",
                "les weeklyHours de la modulation (\(bounds)) excluent les \(weekly) du contrat ; élargissez-les"
            )
        case .nothingToModulate(let bounds, let weekly):
            say(
                "no days and hours of the contract make any other week within \(bounds) than \(weekly); "
                    + "widen dailyHours or daysPerWeek, or remove modulation",
                "aucun nombre de jours et d’heures du contrat ne fait une autre semaine que \(weekly) dans \(bounds) ; "
                    + "élargissez dailyHours ou daysPerWeek, ou retirez modulation")
        case .rangeUnderModulation:
            say(
                "a range of weeklyHours and modulation exclude each other; write the contract’s own week "
                    + "here and the range in modulation",
                "une plage dans weeklyHours et modulation s’excluent ; écrivez ici la semaine du contrat "
                    + "et la plage dans modulation")
        case .idleHours(let key):
            say(
                "\(key) changes nothing: no days and hours of the contract make such a week; widen "
                    + "dailyHours or daysPerWeek, or remove it",
                "\(key) ne change rien : aucun nombre de jours et d’heures du contrat ne fait une telle "
                    + "semaine ; élargissez dailyHours ou daysPerWeek, ou retirez-le")
        case .wageBelowMinimum(let wage, let minimum):
            say(
                "the wage \(wage) is below the legal minimum of \(minimum) an hour; write at least \(minimum)",
                "le taux \(wage) est inférieur au minimum légal de \(minimum) l’heure ; écrivez au moins \(minimum)"
            )
        case .offGridBreak(let key, let found, let interval):
            say(
                "\(key) \(found) is not a multiple of the interval \(interval): each break takes whole intervals "
                    + "from coverage; write a multiple, or a shorter interval",
                "\(key) \(found) n’est pas un multiple de l’intervalle \(interval) : chaque pause ôte des intervalles "
                    + "entiers à la couverture ; écrivez un multiple, ou un intervalle plus court")
        case .outsideHorizon(let campaign, let date):
            say(
                "\(campaign) has no day inside the horizon (\(date)); change its launch or end, or the horizon",
                "\(campaign) n’a aucun jour dans l’horizon (\(date)) ; changez son lancement, sa fin ou l’horizon"
            )
        case .hoursDiffer(let stated, let contract, let hours):
            say(
                "the hours \(stated) differ from \(hours) of the contract \(contract), which counts; write \(hours) "
                    + "or another contract",
                "les heures (\(stated)) diffèrent des \(hours) du contrat \(contract), qui fait foi ; écrivez \(hours) "
                    + "ou un autre contrat")
        case .outsideRoster(let date):
            say(
                "\(date) lies inside the horizon, which is planned anew: the line is not used; remove it",
                "le \(date) est dans l’horizon, qui est replanifié : la ligne ne sert pas ; retirez-la")
        case .overlappingRequests(let line):
            say(
                "this request overlaps the one on line \(line); keep one of the two",
                "cette demande chevauche celle de la ligne \(line) ; gardez l’une des deux")
        case .overlappingPeriods(let name, let line):
            say(
                "\(name) shares days with the one on line \(line); keep one of the two, or part their days",
                "\(name) a des jours communs avec la ligne \(line) ; gardez l’une des deux, ou séparez les jours"
            )
        case .schoolHolidaysEnd(let last):
            say(
                "the built-in school holidays end on \(last), before the horizon does; write school-holidays.csv",
                "les vacances scolaires fournies s’arrêtent au \(last), avant l’horizon ; écrivez school-holidays.csv"
            )
        }
    }
}
