import Foundation
import Workforce

/// Writes a file whole or not at all: to a temporary file beside it, flushed
/// to the disk, then renamed over it.
///
/// - Parameters:
///   - overwriting: when false, a file already there is left as it is and the call throws.
///   - makingFolders: makes the folders on the way; when false, the call throws where one is missing.
public func writeFile(
    _ bytes: some Collection<UInt8>, to url: URL, overwriting: Bool = true, makingFolders: Bool = true
) throws(Problem) {
    let folder = url.deletingLastPathComponent()
    if makingFolders {
        try makeFolder(folder)
    } else if !FileManager.default.fileExists(atPath: folder.path) {
        throw .file(.noSuchFolder(folder: folder.path))
    }
    let temporary = folder.appendingPathComponent(
        ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).tmp")
    try writeAndFlush(Array(bytes), to: temporary.path)
    // A hard link fails where the name is taken, a rename replaces it: both are atomic.
    let result = overwriting ? rename(temporary.path, url.path) : link(temporary.path, url.path)
    let failure = errno
    if result != 0 || !overwriting { unlink(temporary.path) }
    guard result == 0 else {
        throw failure == EEXIST && !overwriting
            ? .file(.alreadyThere) : .file(.unwritable(reason: String(cString: strerror(failure))))
    }
    flushFolder(folder.path)
}

private func makeFolder(_ folder: URL) throws(Problem) {
    do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
        let isFile = FileManager.default.fileExists(atPath: folder.path)
        throw .file(.unwritable(reason: String(cString: strerror(isFile ? ENOTDIR : EACCES))))
    }
}

private func writeAndFlush(_ bytes: [UInt8], to path: String) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw .file(.unwritable(reason: String(cString: strerror(errno)))) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count, failure == 0 {
            let count = write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            if count > 0 { done += count } else if errno != EINTR { failure = errno }
        }
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
        unlink(path)
        throw .file(.unwritable(reason: String(cString: strerror(failure))))
    }
}

/// So that the rename itself survives a power cut; not every file system can, and that is no error.
private func flushFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
