// SPDX-License-Identifier: GPL-3.0-or-later
// The command speaks the user's language, but not to programs.

#include "support/command_folder.h"

#include <QRegularExpression>
#include <QTest>

using namespace cloop::test;

class LanguageTest : public QObject {
    Q_OBJECT

    CommandFolder folder_{BIN_DIR, VECTORS};

    Outcome said(const QStringList &arguments, const QStringList &environment, const QString &program = "cloop") const {
        return run(folder_.program(program), arguments, {}, folder_.path(),
                   QStringList{"LC_ALL=", "LC_MESSAGES=", "LANGUAGE=", "LANG="} + environment);
    }

private slots:
    void initTestCase() {
        QVERIFY(write_file(folder_.file("noise"), folder_.mixed()));
        QCOMPARE(folder_.cloop({"create", "noise", "noise.cloop"}).status, 0);
    }

    void the_environment_chooses_the_language_data() {
        const char *const english = "cloop: none: it does not exist. Check the name.\n",
                          *const german = "cloop: none: Das gibt es nicht. Prüfen Sie den Namen.\n",
                          *const spanish = "cloop: none: no existe. Compruebe el nombre.\n";
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const QStringList &environment, const char *sentence) {
            QTest::newRow(qPrintable(environment.join(' '))) << environment << QByteArray(sentence);
        };
        row({}, english);
        row({"LANG=de_DE.UTF-8"}, german);
        row({"LANG=es"}, spanish);
        row({"LANG=fr_FR.UTF-8"}, english);
        row({"LANG=de_AT.UTF-8", "LC_MESSAGES=es_MX.UTF-8"}, spanish);
        row({"LANG=es_ES.UTF-8", "LC_ALL=de_CH"}, german);
        row({"LANG=de_DE.UTF-8", "LC_ALL=C.UTF-8"}, english);
        row({"LANG=de_DE.UTF-8", "LANGUAGE=fr:es:en"}, spanish);
        row({"LANG=de_DE.UTF-8", "LANGUAGE=en_GB:de"}, english);
        row({"LANG=C", "LANGUAGE=de"}, english);
        row({"LANG=de_DE.ISO-8859-1"}, english);
        row({"LANG=de_DE.utf8@euro"}, german);
        row({"LANG=de_DE.UTF-8", "LANGUAGE=:::"}, english);
    }
    void the_environment_chooses_the_language() {
        QFETCH(QStringList, environment);
        QFETCH(QByteArray, sentence);
        const Outcome outcome = said({"info", "none"}, environment);
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err, sentence);
    }

    void results_and_wrong_calls_are_translated() {
        QCOMPARE(said({"verify", "noise.cloop"}, {"LANG=de"}).out, "noise.cloop: 10 Blöcke, 10 heil\n");
        QCOMPARE(said({"verify", "noise.cloop"}, {"LANG=es"}).out, "noise.cloop: 10 bloques, sanos: 10\n");
        QVERIFY(said({"info", "noise.cloop"}, {"LANG=de"}).out.contains("(600 001 Byte, wie im Vorspann vermerkt)"));
        QVERIFY(said({"info"}, {"LANG=de"}).err.startsWith("cloop: ABBILD fehlt. "));
        QVERIFY(said({"worker"}, {"LANG=de"}).err.startsWith("cloop: URL fehlt. "));
        QVERIFY(said({"create", "noise", "new.cloop", "--listen", "::"}, {"LANG=es"}).err.startsWith("cloop: --listen, --no-local y --any-version "));
        QVERIFY(said({"unpack"}, {"LANG=es"}).err.startsWith("cloop: la orden unpack no existe. "));
        QVERIFY(said({"create", "--help"}, {"LANG=de"}).out.contains("cloop create [OPTIONEN] QUELLE AUSGABE"));
    }

    void numbers_have_a_decimal_comma_where_the_language_has_one() {
        QVERIFY(said({"info", "noise.cloop"}, {"LANG=en"}).out.contains("586 KiB"));
        QVERIFY(QRegularExpression("ratio +\\d+\\.\\d %").match(QString::fromUtf8(said({"info", "noise.cloop"}, {}).out)).hasMatch());
        QVERIFY(QRegularExpression("Anteil +\\d+,\\d %").match(QString::fromUtf8(said({"info", "noise.cloop"}, {"LANG=de"}).out)).hasMatch());
    }

    void programs_read_english() {
        for (const QStringList &arguments : {QStringList{"info", "noise.cloop", "--json"},
                                             {"info", "none", "--json"},
                                             {"info", "--json", "--colour"},
                                             {"verify", "noise.cloop", "--json"},
                                             {"list", "--json"}}) {
            const Outcome german = said(arguments, {"LANG=de_DE.UTF-8"}), english = said(arguments, {});
            QCOMPARE(german.out, english.out);
            QCOMPARE(german.err, english.err);
        }
    }

    void the_old_names_speak_english() {
        for (const char *name : {"create_compressed_fs", "extract_compressed_fs", "cloop_suspend"}) {
            QCOMPARE(said({"--help"}, {"LANG=de"}, name).err, said({"--help"}, {}, name).err);
            QCOMPARE(said({"none", "other"}, {"LANG=de"}, name).err, said({"none", "other"}, {}, name).err);
        }
    }

    void the_help_fits_the_terminal_data() {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "es"}) QTest::newRow(language) << language;
    }
    void the_help_fits_the_terminal() {
        QFETCH(QString, language);
        QStringList commands{"--help"};
        for (const QString &line : QString::fromUtf8(folder_.cloop({"complete", ""}).out).split('\n', Qt::SkipEmptyParts).mid(1))
            commands << line.section('\t', 0, 0);
        QVERIFY(commands.size() > 20);
        for (const QString &command : commands)
            for (const QString &line : QString::fromUtf8(said({command, "--help"}, {"LANG=" + language}).out).split('\n'))
                QVERIFY2(line.size() <= 80, qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
