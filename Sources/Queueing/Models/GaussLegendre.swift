/// The 16-point Gauss–Legendre rule, exact for polynomials up to degree 31.
///
/// On a panel where the logarithm of the integrand moves by about 10 it is exact to rounding.
enum GaussLegendre {
    /// Positive half of the abscissas on [−1, 1] with their weights (Abramowitz & Stegun 1964,
    /// table 25.4; recomputed at 40 digits). Constants of a function rather than a static table:
    /// no lazy initialisation in the inner loop.
    @inline(__always)
    static func integral(
        from lower: Double, to upper: Double, of integrand: (Double) -> Double
    ) -> Double {
        let center = 0.5 * (lower + upper)
        let half = 0.5 * (upper - lower)
        @inline(__always)
        func pair(_ abscissa: Double, _ weight: Double) -> Double {
            let offset = half * abscissa
            return weight * (integrand(center - offset) + integrand(center + offset))
        }
        var sum = pair(0.9894009349916499326, 0.027152459411754094852)
        sum += pair(0.94457502307323257608, 0.062253523938647892863)
        sum += pair(0.86563120238783174388, 0.09515851168249278481)
        sum += pair(0.7554044083550030339, 0.12462897125553387205)
        sum += pair(0.61787624440264374845, 0.14959598881657673208)
        sum += pair(0.45801677765722738634, 0.16915651939500253819)
        sum += pair(0.28160355077925891323, 0.18260341504492358887)
        sum += pair(0.095012509837637440185, 0.18945061045506849629)
        return half * sum
    }
}
