// SPDX-License-Identifier: GPL-3.0-or-later
// The man page of each command has its options, in each language, and examples that work.

#include "support/command_folder.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace cloop::test;

/// A page as built, in plain text: without fonts, with plain hyphens and quotes.
struct Page {
    QStringList titles;                ///< of the sections
    QList<QStringList> sections;       ///< their lines

    static Page of(const QString &name, const QString &language) {
        const QString folder = QStringLiteral(BIN_DIR "/../share/man/") + (language == "en" ? "" : language + "/") + "man" + name.right(1) + "/";
        QString text = QString::fromUtf8(read_file(folder + name));
        text.replace("\\-", "-").replace("\\(dq", "\"").replace("\\&", "").remove(QRegularExpression("\\\\f[A-Z]"));
        Page page;
        for (const QString &line : text.split('\n')) {
            if (line.startsWith(".SH ")) {
                page.titles << line.mid(4).remove('"');
                page.sections << QStringList();
            } else if (!page.sections.isEmpty()) {
                page.sections.last() << line;
            }
        }
        return page;
    }

    /// Lines that follow .TP.
    QStringList tags(qsizetype section) const {
        QStringList found;
        for (qsizetype i = 0; i + 1 < sections[section].size(); ++i)
            if (sections[section][i].trimmed() == ".TP") found << sections[section][i + 1];
        return found;
    }

    /// The commands in a section of examples.
    QStringList examples(qsizetype section) const {
        QStringList found;
        for (QString line : sections[section]) {
            if (line.startsWith(".B ")) line.remove(0, 3);
            if (line.contains("cloop ") && !line.startsWith('.')) found << line.remove(QRegularExpression("\\\\c$"));
        }
        return found;
    }
};

class HelpTest : public QObject {
    Q_OBJECT

    CommandFolder folder_{BIN_DIR, VECTORS};
    QStringList commands_;
    QMap<QString, QStringList> options_;  ///< of each command, by its help

    static QStringList sorted(QStringList list) {
        list.sort();
        return list;
    }

    QString help_of(const QStringList &command) const { return QString::fromUtf8(folder_.cloop(command + QStringList{"--help"}).out); }

    static QString name_of_page(const QString &command) { return command.isEmpty() ? "cloop.1" : "cloop-" + command + ".1"; }

    /// The options in a line such as "-t, --threads N".
    static QStringList options_in(const QString &text) {
        static const QRegularExpression option("(?<![\\w/.-])--?[A-Za-z][\\w-]*");
        QStringList found;
        for (auto matches = option.globalMatch(text); matches.hasNext();) found << matches.next().captured();
        return found;
    }

    /// The languages, each with all commands, and "" for cloop(1).
    void pages() const {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("language");
        for (const QString &command : QStringList{""} + commands_)
            for (const char *language : {"en", "de", "es"}) QTest::addRow("%s %s", qPrintable(command), language) << command << QString(language);
    }

    bool run_example(const QString &example) const {
        // What needs a drive, a service, another machine or minutes is only read.
        static const QRegularExpression unfit(
            "/dev/|ssh|--cluster|--one-file-system|^cloop (mount|umount|attach|detach|suspend|resume|live|bench|worker)|\\$\\(|^qemu");
        if (unfit.match(example).hasMatch()) return true;
        static const QRegularExpression making("^cloop (create|convert|extract|export) ([^|<]*)");
        const QStringList words = making.match(example).captured(2).simplified().split(' ');
        QFile::remove(folder_.file(words.last()));
        const Outcome outcome =
            run("sh", {"-c", example}, {}, folder_.path(), {"PATH=" BIN_DIR ":" + qEnvironmentVariable("PATH"), "SOURCE_DATE_EPOCH=1700000000"});
        if (outcome.status != 0) qWarning("%s: %s", qPrintable(example), outcome.err.constData());
        return outcome.status == 0;
    }

private slots:
    void initTestCase() {
        static const QRegularExpression name("^  ([a-z]+) ", QRegularExpression::MultilineOption);
        for (auto names = name.globalMatch(help_of({}).section("Commands:\n", 1)); names.hasNext();) commands_ << names.next().captured(1);
        QVERIFY(commands_.removeOne("help"));  // described in cloop(1)
        QVERIFY(commands_.contains("create"));
        for (const QString &command : QStringList{""} + commands_)
            for (const QString &line : help_of(command.isEmpty() ? QStringList() : QStringList{command}).split('\n'))
                if (line.startsWith("  -")) options_[command] << options_in(line.trimmed().section("  ", 0, 0));

        // What the examples work with.
        QVERIFY(folder_.make_tree());
        QVERIFY(QDir(folder_.path()).rename("tree", "folder"));
        for (const char *image : {"live.cloop", "other.cloop", "KNOPPIX"}) QCOMPARE(folder_.cloop({"create", "folder", image}).status, 0);
        QVERIFY(QDir(folder_.path()).mkpath("disc/KNOPPIX"));
        for (const char *image : {"KNOPPIX", "KNOPPIX2"}) QVERIFY(QFile::copy(folder_.file("live.cloop"), folder_.file("disc/KNOPPIX/") + image));
        QCOMPARE(folder_.cloop({"create", "disc", "disc.cloop"}).status, 0);
        QCOMPARE(folder_.cloop({"extract", "disc.cloop", "disc.iso"}).status, 0);
        QVERIFY(write_file(folder_.file("disc.map"), "0x0 + 1\n0 0x10000000 +\n"));
        QCOMPARE(run("tar", {"-cf", "system.tar", "folder"}, {}, folder_.path()).status, 0);
    }

    void a_page_has_the_options_of_its_command_and_no_others_data() { pages(); }
    void a_page_has_the_options_of_its_command_and_no_others() {
        QFETCH(QString, command);
        QFETCH(QString, language);
        const Page english = Page::of(name_of_page(command), "en"), page = Page::of(name_of_page(command), language);
        const auto options = english.titles.indexOf("OPTIONS"), synopsis = english.titles.indexOf("SYNOPSIS");
        QVERIFY(options >= 0 && synopsis >= 0 && options < page.sections.size());
        QCOMPARE(sorted(options_in(page.tags(options).join('\n'))).join('\n'), sorted(options_[command]).join('\n'));
        for (const QString &option : options_in(page.sections[synopsis].join('\n'))) QVERIFY2(options_[command].contains(option), qPrintable(option));
        if (language != "en") QVERIFY(page.tags(options) != english.tags(options) || !english.tags(options).join("").contains("SIZE"));
    }

    void a_page_has_all_sections_data() { pages(); }
    void a_page_has_all_sections() {
        QFETCH(QString, command);
        QFETCH(QString, language);
        const Page english = Page::of(name_of_page(command), "en"), page = Page::of(name_of_page(command), language);
        for (const char *title : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"})
            QVERIFY2(english.titles.contains(title), title);
        QCOMPARE(page.titles.size(), english.titles.size());
        if (language != "en") QVERIFY(page.titles != english.titles);
        const auto examples = english.titles.indexOf("EXAMPLES");
        QCOMPARE(page.examples(examples), english.examples(examples));
    }

    void the_words_that_an_option_takes_stand_in_the_page() {
        int seen = 0;
        for (const QString &command : commands_) {
            const QString text = Page::of(name_of_page(command), "en").sections.value(3).join(' ');
            for (const QString &option : options_[command])
                for (const QString &line : QString::fromUtf8(folder_.cloop({"complete", command, option + "="}).out).split('\n').mid(1)) {
                    const QString word = line.section('\t', 0, 0).section('=', 1);
                    if (word.isEmpty() || word.startsWith('/')) continue;
                    QVERIFY2(text.contains(word), qPrintable(command + " " + option + " " + word));
                    ++seen;
                }
        }
        QVERIFY(seen > 30);
    }

    void every_value_has_a_known_kind() {
        static const QRegularExpression value("  (-[^ ].*?) ([A-Z:\\[\\]]+)(?:  |$)");
        const QStringList unlisted{"N",       "SIZE",    "BYTES",  "SECONDS", "TEXT", "WORDS",
                                   "PATTERN", "UID:GID", "DEVICE", "DISK",    "PATH", "ADDRESS[:PORT]"};
        for (const QString &command : commands_)
            for (const QString &line : help_of({command}).split('\n')) {
                const auto match = value.match(line);
                if (!match.hasMatch() || unlisted.contains(match.captured(2))) continue;
                const QString option = options_in(match.captured(1)).last();
                QVERIFY2(!folder_.cloop({"complete", command, option, ""}).out.startsWith("none"), qPrintable(command + " " + line));
            }
    }

    void every_example_works_data() {
        QTest::addColumn<QString>("command");
        for (const QString &command : QStringList{""} + commands_) QTest::addRow("%s", qPrintable(name_of_page(command))) << command;
    }
    void every_example_works() {
        QFETCH(QString, command);
        const Page page = Page::of(name_of_page(command), "en");
        const QStringList examples = page.examples(page.titles.indexOf("EXAMPLES"));
        QVERIFY(!examples.isEmpty());
        bool is_shown = false;
        for (const QString &example : examples) {
            static const QRegularExpression call("cloop ([a-z]+)([^|<)]*)");
            const auto match = call.match(example);
            is_shown = is_shown || command.isEmpty() || match.captured(1) == command;
            if (!match.hasMatch()) continue;
            for (const QString &option : options_in(match.captured(2)))
                QVERIFY2(options_[match.captured(1)].contains(option), qPrintable(example + ": " + option));
            QVERIFY2(run_example(example), qPrintable(example));
        }
        QVERIFY(is_shown);
    }

    void the_page_of_cloop_lists_every_command() {
        static const QRegularExpression name("^\\.BR cloop-([a-z]+) \\(1\\)$");
        QStringList named;
        const Page page = Page::of("cloop.1", "en");
        for (const QString &line : page.sections[page.titles.indexOf("DESCRIPTION")])
            if (const auto match = name.match(line); match.hasMatch()) named << match.captured(1);
        QCOMPARE(sorted(named).join('\n'), sorted(commands_).join('\n'));
    }

    void the_text_names_only_options_that_are_there() {
        QStringList known{"--user", "--now"};  // of systemctl
        for (const QStringList &options : options_) known << options;
        for (const QString &command : QStringList{""} + commands_) {
            const Page page = Page::of(name_of_page(command), "en");
            for (const QStringList &section : page.sections)
                for (const QString &option : options_in(section.join('\n')))
                    if (option.startsWith("--")) QVERIFY2(known.contains(option), qPrintable(command + " " + option));
        }
    }

    void a_value_that_may_be_left_out_is_in_brackets() {
        QVERIFY(help_of({"create"}).contains("  --cluster[=URL]"));
        QVERIFY(help_of({"create"}).contains("  --json  "));
        QVERIFY(help_of({"create"}).contains("  --listen ADDRESS[:PORT]"));
    }

    void help_shows_the_help_of_a_command() {
        QCOMPARE(QString::fromUtf8(folder_.cloop({"help", "create"}).out), help_of({"create"}));
        QCOMPARE(QString::fromUtf8(folder_.cloop({"help"}).out), help_of({}));
        QCOMPARE(folder_.cloop({"help", "unpack"}).status, 1);
    }
};

QTEST_GUILESS_MAIN(HelpTest)
#include "help_test.moc"
