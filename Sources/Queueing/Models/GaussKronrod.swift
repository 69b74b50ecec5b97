/// The 15-point Kronrod extension of the 7-point Gauss rule, for several integrals at once
/// (Piessens, de Doncker-Kapenga, Überhuber & Kahaner 1983, QUADPACK).
enum GaussKronrod {
    /// Integrals over [lower, upper], halving panels until both rules agree.
    ///
    /// - Parameters:
    ///   - disagreement: largest difference of the two rules accepted in a panel, per integral.
    ///     The 15-point value is far closer than that.
    ///   - panels: at most so many panels are evaluated beyond the first.
    /// - Complexity: 15 evaluations per panel.
    static func integrals<Failure: Error>(
        from lower: Double, to upper: Double, disagreement: SIMD8<Double>, panels: Int = 200,
        of integrands: (Double) throws(Failure) -> SIMD8<Double>
    ) throws(Failure) -> SIMD8<Double> {
        guard upper > lower else { return .zero }
        var sum = SIMD8<Double>.zero
        var open = [(lower: lower, upper: upper)]
        var left = panels
        while let stretch = open.popLast() {
            let values = try panel(from: stretch.lower, to: stretch.upper, of: integrands)
            let difference = values.kronrod - values.gauss
            let agrees = difference.indices.allSatisfy { abs(difference[$0]) <= disagreement[$0] }
            let middle = stretch.lower + 0.5 * (stretch.upper - stretch.lower)
            guard !agrees, left > 0, middle > stretch.lower, middle < stretch.upper else {
                sum += values.kronrod
                continue
            }
            left -= 2
            open.append((middle, stretch.upper))
            open.append((stretch.lower, middle))
        }
        return sum
    }

    private static func panel<Failure: Error>(
        from lower: Double, to upper: Double,
        of integrands: (Double) throws(Failure) -> SIMD8<Double>
    ) throws(Failure) -> (kronrod: SIMD8<Double>, gauss: SIMD8<Double>) {
        let center = 0.5 * (lower + upper)
        let half = 0.5 * (upper - lower)
        let middle = try integrands(center)
        var kronrod = 0.209482141084727828012999174891714 * middle
        var gauss = 0.417959183673469387755102040816327 * middle
        // Abscissa, its Kronrod weight and its Gauss weight (0: not a Gauss point).
        for (abscissa, weight, gaussWeight) in [
            (0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0),
            (
                0.949107912342758524526189684047851, 0.063092092629978553290700663189204,
                0.129484966168869693270611432679082
            ),
            (0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0),
            (
                0.741531185599394439863864773280788, 0.140653259715525918745189590510238,
                0.279705391489276667901467771423780
            ),
            (0.586087235467691130294144691258380, 0.169004726639267902826583426598550, 0),
            (
                0.405845151377397166906606412076961, 0.190350578064785409913256402421014,
                0.381830050505118944950369775488975
            ),
            (0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0),
        ] as [(Double, Double, Double)] {
            let both = try integrands(center - half * abscissa) + integrands(center + half * abscissa)
            kronrod += weight * both
            gauss += gaussWeight * both
        }
        return (half * kronrod, half * gauss)
    }
}
