import Testing
import Workforce

@testable import Reports

@Suite struct DelimitedTests {
    private func row(_ cells: [DelimitedText.Cell], _ language: Language) -> String {
        var file = DelimitedText(language, header: ["h"])
        file.add(cells)
        return String(file.text.split(separator: "\r\n", omittingEmptySubsequences: false)[1])
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+33 6", "'+33 6"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("\r\n=1", "\"'\r\n=1\""), ("Zoé", "Zoé"), ("a;b", "\"a;b\""), ("a,b", "a,b"),
        ("dit \"oui\"", "\"dit \"\"oui\"\"\""), ("=\"x\";1", "\"'=\"\"x\"\";1\""), ("", ""),
    ])
    func textCells(text: String, expected: String) {
        var file = DelimitedText(.french, header: [])
        file.add([.text(text)])
        #expect(file.text == "\u{FEFF}\r\n\(expected)\r\n")
    }

    @Test func numbersKeepTheirSign() {
        #expect(row([.number(-12.5, decimals: 2), .number(.nan, decimals: 1)], .french) == "-12,50;")
        #expect(row([.number(-1234.5, decimals: 1), .plain("x")], .english) == "-1234.5,x")
        #expect(row([.text("a,b"), .text("a;b")], .english) == "\"a,b\",a;b")
    }

    @Test func rosterFile() {
        let scenario = Sample.scenario()
        let french = String(
            decoding: rosterCSV(Sample.plan().roster!, scenario: scenario, language: .french), as: UTF8.self)
        let lines = french.split(separator: "\r\n")
        #expect(lines.count == 1 + 5 + 4)
        #expect(
            lines[0]
                == "\u{FEFF}matricule;nom;prénom;date;début;fin;déjeuner;pauses;opération;heures payées")
        #expect(
            lines[6]
                == "A2;Dupont;Léo;23/11/2026;09:00;17:00;12:00-13:00;10:30-10:45 15:00-15:15;sales;7,00")
        let english = String(
            decoding: rosterCSV(Sample.plan().roster!, scenario: scenario, language: .english), as: UTF8.self)
        #expect(english.hasPrefix("employee number,last name"))
        #expect(english.contains("A2,Dupont,Léo,2026-11-23,09:00,17:00"))
    }

    @Test func requirementAndForecastFiles() {
        let scenario = Sample.scenario()
        let need = String(
            decoding: coverageCSV(Sample.plan(), scenario: scenario, language: .french), as: UTF8.self)
        #expect(need.contains("\r\n23/11/2026;09:00;hotline;2;1;-1\r\n"))
        #expect(need.contains("\r\n23/11/2026;12:00;hotline;1;0;-1\r\n"))
        let forecast = String(
            decoding: forecastCSV(Sample.forecast(), scenario: scenario, language: .english), as: UTF8.self)
        #expect(
            forecast.hasPrefix(
                "date,time,campaign,activity,contacts,handle seconds,low80,high80,low95,high95\r\n"))
        #expect(
            forecast.contains("2026-11-23,09:00,hotline,calls,10.000,245.0,8.000,12.000,7.000,14.000\r\n"))
        let tours = String(
            decoding: scheduleCSV(Sample.plan().schedule, scenario: scenario, language: .french),
            as: UTF8.self)
        #expect(tours.split(separator: "\r\n").count == 11)
    }
}
