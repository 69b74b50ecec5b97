import Workforce

/// The steps from a forecast to a number of agents, with the sources of formulas.
extension Language {
    /// What the interval would need alone, where a period counts.
    func alone(_ agents: Int) -> String {
        self(
            "were this interval to meet the target alone: \(number(agents))",
            "si l’intervalle devait seul tenir l’objectif : \(number(agents))")
    }

    /// How the offered load comes about.
    func offeredLoad(_ formula: SizingExplanation.Formula) -> String {
        switch formula {
        case .erlangC, .generalService, .erlangA, .generalPatience:
            self(
                "erlangs: contacts × handle time / interval",
                "erlangs : contacts × durée de traitement / intervalle")
        case .chat:
            self(
                "erlangs of agents: chats × handle time / interval, over c/(1 + g(c − 1)) at once",
                "erlangs de téléconseillers : conversations × durée / intervalle, sur c/(1 + g(c − 1)) de front"
            )
        }
    }

    func name(_ method: LoadMethod) -> String {
        switch method {
        case .modifiedOfferedLoad:
            self(
                "largest modified offered load within the interval, m′ = λ − μm "
                    + "(Jennings, Mandelbaum, Massey & Whitt 1996)",
                "plus grande charge offerte modifiée de l’intervalle, m′ = λ − μm "
                    + "(Jennings, Mandelbaum, Massey & Whitt 1996)")
        case .stationary:
            self("the interval’s own, as if it lasted for ever", "celle de l’intervalle, comme s’il durait")
        }
    }

    func name(_ formula: SizingExplanation.Formula) -> String {
        switch formula {
        case .erlangC: "Erlang C"
        case .generalService: "M/G/n"
        case .erlangA: "Erlang A"
        case .generalPatience: "M/M/n+G"
        case .chat: self("chat", "chat")
        }
    }

    /// The queue, its parameters and its source.
    func formula(_ formula: SizingExplanation.Formula) -> String {
        switch formula {
        case .erlangC:
            self(
                "M/M/n: contacts wait for ever (Erlang 1917)",
                "M/M/n : les contacts attendent sans limite (Erlang 1917)")
        case .generalService(let variation):
            self(
                "contacts wait for ever, variation of handle times \(number(variation, decimals: 2)): "
                    + "(1 + c²)/2 of Erlang C’s wait (Lee & Longton 1959)",
                "les contacts attendent sans limite, variation des durées \(number(variation, decimals: 2)) : "
                    + "(1 + c²)/2 de l’attente d’Erlang C (Lee & Longton 1959)")
        case .erlangA(let patience):
            self(
                "M/M/n+M: mean patience \(duration(patience)) (Palm 1957; Garnett, Mandelbaum & Reiman 2002)",
                "M/M/n+M : patience moyenne \(duration(patience)) (Palm 1957 ; Garnett, Mandelbaum & Reiman 2002)"
            )
        case .generalPatience(let patience, let law):
            self(
                "mean patience \(duration(patience)), \(name(law)) (Zeltyn & Mandelbaum 2005)",
                "patience moyenne \(duration(patience)), \(name(law)) (Zeltyn & Mandelbaum 2005)")
        case .chat(let slots, let slowdown, let patience):
            self(
                "c = \(number(slots)) at once, slowdown g = \(percent(slowdown))",
                "c = \(number(slots)) de front, ralentissement g = \(percent(slowdown))")
                + (patience.map { self(", mean patience ", ", patience moyenne ") + duration($0) } ?? "")
                + " (Luo & Zhang 2013)"
        }
    }

    func name(_ law: PatienceLaw) -> String {
        switch law {
        case .exponential: self("exponential", "exponentielle")
        case .deterministic: self("the same for all", "la même pour tous")
        case .uniform: self("uniform", "uniforme")
        case .lognormal(let variation):
            self("lognormal, variation ", "log-normale, variation ") + number(variation, decimals: 2)
        case .weibull(let shape): self("Weibull, shape ", "Weibull, forme ") + number(shape, decimals: 2)
        }
    }

    /// The target in words, with the definition of the service level.
    func name(_ kind: BindingTarget, of target: ServiceTarget) -> String {
        let threshold = duration(target.threshold)
        switch kind {
        case .serviceLevel:
            return self("service level within \(threshold)", "niveau de service en \(threshold)")
                + name(target.basis, target.shortAbandon)
        case .periodServiceLevel:
            return self(
                "service level within \(threshold) over the ", "niveau de service en \(threshold) sur : ")
                + name(target.period) + name(target.basis, target.shortAbandon)
        default: return name(kind)
        }
    }

    /// What the service level is a share of.
    func name(_ basis: ServiceLevelBasis, _ short: Seconds) -> String {
        switch basis {
        case .offered: self(", of offered", ", sur offerts")
        case .answered: self(", of answered", ", sur répondus")
        case .exceptShortAbandons:
            self(
                ", without abandonments within \(duration(short))",
                ", hors abandons en moins de \(duration(short))")
        case .answeredOrAbandoned: self(", answered or abandoned", ", répondus ou abandonnés")
        }
    }

    /// What is asked, with its direction.
    func limit(_ target: SizingExplanation.Target) -> String {
        let sign =
            switch target.kind {
            case .occupancy, .abandonment, .answerSpeed: "≤ "
            case .stability: "> "
            default: "≥ "
            }
        return sign + value(target.limit, of: target.kind)
    }

    /// A value in the unit of its target.
    func value(_ value: Double?, of kind: BindingTarget) -> String {
        guard let value else { return self("infinite", "infini") }
        switch kind {
        case .answerSpeed: return number(value, decimals: 1) + Language.noBreakSpace + "s"
        case .minimumStaffing: return number(value, decimals: 0)
        case .stability: return number(value, decimals: value == value.rounded() ? 0 : 2)
        default: return percent(value, decimals: 2)
        }
    }
}
