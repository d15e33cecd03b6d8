// SPDX-License-Identifier: GPL-3.0-or-later
// The table of messages: one per code, in order, in agreed words.

#include "support/program.h"
#include "text/catalogue.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace cloop;

class ErrorTextsTest : public QObject {
    Q_OBJECT

    /// The codes and names in error.h.
    static std::vector<std::pair<int, QByteArray>> codes() {
        const QString header = QString::fromUtf8(test::read_file(QStringLiteral(SOURCE_DIR "/core/base/error.h")))
                                   .section("enum class ErrorCode", 1)
                                   .section("};", 0, 0);
        static const QRegularExpression line("^    ([a-z_0-9]+)(?: = (\\d+))?,", QRegularExpression::MultilineOption);
        std::vector<std::pair<int, QByteArray>> found;
        for (auto it = line.globalMatch(header); it.hasNext();) {
            const auto match = it.next();
            const int code = match.captured(2).isEmpty() ? found.back().first + 1 : match.captured(2).toInt();
            found.emplace_back(code, match.captured(1).toUtf8());
        }
        return found;
    }

private slots:
    void every_code_has_a_row_in_order() {
        const auto expected = codes();
        QVERIFY(expected.size() > 100);
        const auto rows = error_texts();
        for (std::size_t i = 0; i < std::min(rows.size(), expected.size()); ++i) {
            QCOMPARE(QByteArray(rows[i].name), expected[i].second);
            QCOMPARE(static_cast<int>(rows[i].code), expected[i].first);
        }
        QCOMPARE(rows.size(), expected.size());
    }

    void every_sentence_is_whole() {
        static const QRegularExpression whole("^[A-Z%].*\\.$"), odd("\\b(is no|are no|none of these|is none|[Ww]hoever|told)\\b");
        for (const ErrorText &row : error_texts()) {
            const QString sentence = row.sentence;
            QVERIFY2(whole.match(sentence).hasMatch(), row.sentence);
            for (const char *text : {row.sentence, row.advice, row.advice_of_command ? row.advice_of_command : ""}) {
                QVERIFY2(!odd.match(QString(text)).hasMatch(), text);
                QVERIFY2(!*text || QString(text).endsWith('.'), text);
            }
        }
    }

    void every_sentence_is_translated() {
        for (const Catalogue &catalogue : catalogues())
            for (const ErrorText &row : error_texts())
                for (const char *text : {row.sentence, row.advice, row.advice_of_command ? row.advice_of_command : ""}) {
                    if (!*text || QByteArray(text) == "%1.") continue;
                    const auto is_it = [&](const Phrase &phrase) { return QByteArray(phrase.english) == text; };
                    QVERIFY2(std::ranges::any_of(catalogue.phrases, is_it), text);
                }
    }

    void values_take_their_places() {
        QCOMPARE(filled_in("It can't be read (%2).", "", "I/O error"), "It can't be read (I/O error).");
        QCOMPARE(filled_in("It can't be read (%2).", "", ""), "It can't be read.");
        QCOMPARE(filled_in("%1 bytes (%2), (at least %1 needed) and %1", "", "x"), " bytes (x), and ");
        QCOMPARE(filled_in("%1 and %2", "%2", "%1"), "%2 and %1");
        QCOMPARE(filled_in("Only (tar) stays (%1", "", ""), "Only (tar) stays (");
    }

    void advice_to_install_is_a_command_too() {
        QCOMPARE(install_command({.code = ErrorCode::udisks_missing, .detail = "x"}), "sudo apt install udisks2");
        QCOMPARE(install_command({.code = ErrorCode::module_needs, .detail = "linux-headers-6.1.0-9-amd64"}),
                 "sudo apt install linux-headers-6.1.0-9-amd64");
        QCOMPARE(install_command({.code = ErrorCode::not_mounted}), "");
    }

    void a_library_speaks_where_the_system_does_not() {
        const Error quiet{.code = ErrorCode::write_failed, .detail = "its words"};
        QCOMPARE(filled_in("It can't be written (%2).", quiet, "its words", ""), "It can't be written (its words).");
        const Error error{.code = ErrorCode::bytes_lost, .detail = "7"};
        QCOMPARE(filled_in("%1 bytes can't be read (%2).", error, "7", ""), "7 bytes can't be read.");
    }
};

QTEST_GUILESS_MAIN(ErrorTextsTest)
#include "error_texts_test.moc"
