import Foundation
import Workforce

/// The bytes of one file, and how they spell text.
struct FileBytes {
    enum Encoding { case utf8, windows1252 }

    var bytes: [UInt8]
    /// First byte of the text, after a byte-order mark.
    var start: Int
    var encoding: Encoding

    /// Reads a whole file once. Nil, with a diagnostic, when it is missing,
    /// unreadable, too large or holds NUL bytes.
    static func read(_ url: URL, file: String, limitMegabytes: Int, _ log: inout DiagnosticLog) -> FileBytes?
    {
        let place = SourceLocation(file: file)
        guard let size = size(url) else {
            log.error(.file(.missing), at: place)
            return nil
        }
        guard size <= limitMegabytes << 20 else {
            log.error(.file(.tooLarge(limitMegabytes: limitMegabytes)), at: place)
            return nil
        }
        guard size >= 0, let bytes = contents(url, size: size) else {
            log.error(.file(.unreadable), at: place)
            return nil
        }
        return FileBytes(bytes: bytes, file: file, &log)
    }

    /// Nil, with a diagnostic, for bytes that are no text.
    init?(bytes raw: [UInt8], file: String, _ log: inout DiagnosticLog) {
        let bytes = FileBytes.fromUTF16(raw) ?? raw
        if let nul = bytes.firstIndex(of: 0) {
            log.error(
                .file(.nulByte), at: SourceLocation(file: file, line: FileBytes.line(of: nul, in: bytes)))
            return nil
        }
        self.bytes = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        encoding = .utf8
        if let bad = bytes.withUnsafeBufferPointer({ FileBytes.firstInvalidUTF8($0) }) {
            encoding = .windows1252
            firstBadLine = FileBytes.line(of: bad, in: bytes)
        }
    }

    /// The UTF-8 of a text in UTF-16 with its byte-order mark, as spreadsheets save
    /// “Unicode text”; nil for anything else.
    private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            UInt16(bytes[index + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[index + (isLittle ? 0 : 1)])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Line of the first byte that is not UTF-8; 0 when all are.
    private(set) var firstBadLine = 0

    /// In bytes; −1 for what is no file, nil for nothing.
    private static func size(_ url: URL) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        // A pipe or a device would never end.
        if let type = attributes?[.type] as? FileAttributeType, type != .typeRegular { return -1 }
        return (attributes?[.size] as? NSNumber)?.intValue
    }

    private static func contents(_ url: URL, size: Int) -> [UInt8]? {
        guard let handle = fopen(url.path, "rb") else { return nil }
        defer { fclose(handle) }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, handle)
            failed = ferror(handle) != 0
        }
        return failed ? nil : bytes
    }

    /// Number of the line that holds a byte, from 1; CR, LF and CRLF end lines.
    static func line(of position: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for index in 0..<min(position, bytes.count)
        where bytes[index] == 10
            || (bytes[index] == 13 && !(index + 1 < bytes.count && bytes[index + 1] == 10))
        {
            line += 1
        }
        return line
    }

    /// Index of the first byte that breaks UTF-8 (RFC 3629), nil when all is well.
    private static func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var position = 0
        while position < bytes.count {
            let lead = bytes[position]
            if lead < 0x80 {
                position += 1
                continue
            }
            let (length, low, high): (Int, UInt8, UInt8) =
                switch lead {
                case 0xC2...0xDF: (2, 0x80, 0xBF)
                case 0xE0: (3, 0xA0, 0xBF)
                case 0xED: (3, 0x80, 0x9F)
                case 0xE1...0xEF: (3, 0x80, 0xBF)
                case 0xF0: (4, 0x90, 0xBF)
                case 0xF1...0xF3: (4, 0x80, 0xBF)
                case 0xF4: (4, 0x80, 0x8F)
                default: (0, 0, 0)
                }
            guard length > 0, position + length <= bytes.count,
                (low...high).contains(bytes[position + 1]),
                (2..<max(2, length)).allSatisfy({ (0x80...0xBF).contains(bytes[position + $0]) })
            else { return position }
            position += length
        }
        return nil
    }

    /// The text of a stretch of bytes.
    func text(_ range: Range<Int>) -> String {
        switch encoding {
        case .utf8: return String(decoding: bytes[range], as: UTF8.self)
        case .windows1252:
            var text = String.UnicodeScalarView()
            for byte in bytes[range] { text.append(FileBytes.windows1252(byte)) }
            return String(text)
        }
    }

    /// Windows-1252 is Latin-1 but for 0x80…0x9F.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        let high: [UInt16] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
            0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
            0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
        ]
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(high[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
    }
}
