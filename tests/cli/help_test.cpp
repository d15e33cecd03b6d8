// SPDX-License-Identifier: GPL-3.0-or-later
// The man page and the help have the same commands, with the same options.

#include "support/program.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace cloop::test;

class HelpTest : public QObject {
    Q_OBJECT

    const QString program_ = BIN_DIR "/cloop";
    QStringList commands_;
    QString page_;  ///< with plain hyphens and without font changes

    static QStringList sorted(QStringList list) {
        list.sort();
        return list;
    }

    QString help_of(const QStringList &command) const { return QString::fromUtf8(run(program_, command + QStringList{"--help"}).out); }

    QString section(const QString &name) const { return page_.section("\n.SH " + name + "\n", 1).section("\n.SH ", 0, 0); }

    /// The options in a line such as "-t, --threads N" of the help, or ".BR -t ", " --threads" of the man page.
    static QStringList options_in(const QString &text) {
        static const QRegularExpression option("(?<![\\w-])--?[A-Za-z][\\w-]*");
        QStringList found;
        for (auto matches = option.globalMatch(text); matches.hasNext();) found << matches.next().captured();
        return found;
    }

    QStringList options_of_help(const QStringList &command) const {
        QStringList options;
        for (const QString &line : help_of(command).split('\n'))
            if (line.startsWith("  -")) options << options_in(line.trimmed().section("  ", 0, 0));
        return options;
    }

    /// The commands in parentheses at the end of a heading; without parentheses, all commands.
    QStringList commands_of_heading(const QString &heading) const {
        static const QRegularExpression parentheses("\\((all but )?([a-z, ]+)\\)$");
        const auto match = parentheses.match(heading);
        if (!match.hasMatch()) return commands_;
        const QStringList named = match.captured(2).split(", ");
        for (const QString &name : named)
            if (!commands_.contains(name)) qWarning("no command of the heading: %s", qPrintable(heading));
        if (match.captured(1).isEmpty()) return named;
        QStringList others = commands_;
        for (const QString &name : named) others.removeAll(name);
        return others;
    }

    QStringList options_of_page(const QString &command) const {
        QStringList options, belongs_to = commands_;
        bool is_tag = false;
        for (const QString &line : section("OPTIONS").split('\n')) {
            if (line.startsWith(".SS ")) belongs_to = commands_of_heading(line);
            else if (is_tag && belongs_to.contains(command)) options << options_in(line);
            is_tag = line == ".TP";
        }
        return options;
    }

private slots:
    void initTestCase() {
        page_ = QString::fromUtf8(read_file(SOURCE_DIR "/resources/man/cloop.1"));
        page_.replace("\\-", "-").remove(QRegularExpression("\\\\f[A-Z]"));
        static const QRegularExpression name("^  ([a-z]+) ", QRegularExpression::MultilineOption);
        for (auto names = name.globalMatch(help_of({}).section("Commands:\n", 1)); names.hasNext();) commands_ << names.next().captured(1);
        QVERIFY(commands_.contains("create"));
    }

    void the_page_has_every_command() {
        static const QRegularExpression command("^\\.B cloop ([a-z]+)$", QRegularExpression::MultilineOption);
        QStringList named;
        for (auto matches = command.globalMatch(section("SYNOPSIS")); matches.hasNext();) named << matches.next().captured(1);
        QCOMPARE(sorted(named).join('\n'), sorted(commands_).join('\n'));
    }

    void a_command_has_the_same_options_in_both_data() {
        QTest::addColumn<QString>("command");
        for (const QString &command : commands_) QTest::newRow(qPrintable(command)) << command;
    }
    void a_command_has_the_same_options_in_both() {
        QFETCH(QString, command);
        QCOMPARE(sorted(options_of_page(command)).join('\n'), sorted(options_of_help({command})).join('\n'));
    }

    void the_synopsis_names_only_options_that_the_command_has() {
        for (const QString &entry : section("SYNOPSIS").split(".B cloop ")) {
            const QString command = entry.section('\n', 0, 0);
            if (!commands_.contains(command)) continue;
            for (const QString &option : options_in(entry)) QVERIFY2(options_of_help({command}).contains(option), qPrintable(command + " " + option));
        }
    }

    void the_text_names_only_options_that_are_there() {
        QStringList known = options_of_help({});
        for (const QString &command : commands_) known << options_of_help({command});
        for (const QString &option : options_in(page_))
            if (option.startsWith("--")) QVERIFY2(known.contains(option), qPrintable(option));
    }
};

QTEST_GUILESS_MAIN(HelpTest)
#include "help_test.moc"
