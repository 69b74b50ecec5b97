import Foundation
import SampleData
import Testing

/// A folder of `datasets/` and what the generator makes of it.
struct CommittedWorkspace: CustomTestStringConvertible, Sendable {
    var name: String
    var generate: @Sendable () -> [(path: String, contents: String)]

    static let all = [
        CommittedWorkspace(name: "maxiphone", generate: maxiphone),
        CommittedWorkspace(name: "dst-weekend", generate: dstWeekend),
    ]

    var testDescription: String { name }

    var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "datasets/\(name)")
    }

    /// Paths of the files that are there, relative to the folder.
    func committedPaths() -> [String] {
        let walk = FileManager.default.enumerator(atPath: folder.path)
        var paths: [String] = []
        while let path = walk?.nextObject() as? String {
            var isFolder: ObjCBool = false
            let file = folder.appending(path: path).path
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            paths.append(path)
        }
        return paths.sorted()
    }
}
