/// The 16-point Gauss–Legendre rule, exact for polynomials up to degree 31.
///
/// On a panel where the logarithm of the integrand moves by about 10 it is exact to rounding.
enum GaussLegendre {
    /// ∫ integrand over [lower, upper].
    @inline(__always)
    static func integral(
        from lower: Double, to upper: Double, of integrand: (Double) -> Double
    ) -> Double {
        let center = 0.5 * (lower + upper)
        let half = 0.5 * (upper - lower)
        var sum = 0.0
        forEachAbscissa { abscissa, weight in
            let offset = half * abscissa
            sum += weight * (integrand(center - offset) + integrand(center + offset))
        }
        return half * sum
    }

    /// Several integrals over [lower, upper] at once.
    @inline(__always)
    static func integrals(
        from lower: Double, to upper: Double, of integrands: (Double) -> SIMD8<Double>
    ) -> SIMD8<Double> {
        let center = 0.5 * (lower + upper)
        let half = 0.5 * (upper - lower)
        var sum = SIMD8<Double>.zero
        forEachAbscissa { abscissa, weight in
            let offset = half * abscissa
            sum += weight * (integrands(center - offset) + integrands(center + offset))
        }
        return half * sum
    }

    /// The positive half of the abscissas on [−1, 1] with their weights (Abramowitz & Stegun
    /// 1964, table 25.4; recomputed at 40 digits). Constants of a function rather than a static
    /// table: no lazy initialisation in the inner loop.
    @inline(__always)
    private static func forEachAbscissa(_ body: (_ abscissa: Double, _ weight: Double) -> Void) {
        body(0.9894009349916499326, 0.027152459411754094852)
        body(0.94457502307323257608, 0.062253523938647892863)
        body(0.86563120238783174388, 0.09515851168249278481)
        body(0.7554044083550030339, 0.12462897125553387205)
        body(0.61787624440264374845, 0.14959598881657673208)
        body(0.45801677765722738634, 0.16915651939500253819)
        body(0.28160355077925891323, 0.18260341504492358887)
        body(0.095012509837637440185, 0.18945061045506849629)
    }
}
