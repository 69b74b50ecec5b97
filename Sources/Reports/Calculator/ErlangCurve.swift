/// Service level over agents, drawn with block characters: one column per number of agents.
struct ErlangCurve {
    let points: [ErlangDetails.Service]
    /// Share marked by a line.
    let target: Double?

    private let height = 10
    private let most = 64

    /// Ten lines of columns between 0 and 100 %, an axis, and the agents under it.
    func text(_ l: Language) -> String {
        let shown = thinned
        guard let first = shown.first, let last = shown.last else { return "" }
        let levels = shown.map { Int(($0.serviceLevel * Double(8 * height)).rounded()) }
        let mark = target.map { min(height, max(1, Int(($0 * Double(height)).rounded(.up)))) - 1 }
        var out = l("Service level by number of agents", "Niveau de service selon le nombre d’agents") + "\n"
        for line in (0..<height).reversed() {
            var row = label(line, l)
            for level in levels { row += block(level - 8 * line, blank: line == mark ? "┄" : " ") }
            if line == mark, let target { row += " " + l.percent(target, decimals: 0) }
            while row.last == " " { row.removeLast() }
            out += row + "\n"
        }
        out += axis(l.percent(0, decimals: 0), "└") + String(repeating: "─", count: shown.count) + "\n"
        let (left, right) = (l.number(first.agents), l.number(last.agents))
        let gap = max(1, shown.count - left.count - right.count)
        out += "         " + left
        if shown.count > 1 { out += String(repeating: " ", count: gap) + right }
        return out + " agents\n"
    }

    /// At most `most` columns: every k-th number of agents.
    private var thinned: [ErlangDetails.Service] {
        let step = max(1, (points.count + most - 1) / most)
        return stride(from: 0, to: points.count, by: step).map { points[$0] }
    }

    /// The scale beside a line, whose top is (line + 1)/height.
    private func label(_ line: Int, _ l: Language) -> String {
        guard (line + 1) % (height / 2) == 0 else { return axis("", "│") }
        return axis(l.percent(Double(line + 1) / Double(height), decimals: 0), "┤")
    }

    private func axis(_ text: String, _ line: String) -> String {
        String(repeating: " ", count: max(0, 7 - text.count)) + text + " " + line
    }

    private func block(_ eighths: Int, blank: Character) -> String {
        let blocks: [Character] = [blank, "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return String(blocks[min(8, max(0, eighths))])
    }
}
