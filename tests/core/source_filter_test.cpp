// SPDX-License-Identifier: GPL-3.0-or-later
// Exclude patterns.

#include "source/source_filter.h"
#include "support/program.h"

#include <QTemporaryDir>
#include <QTest>

#include <clocale>

using namespace cloop;

class SourceFilterTest : public QObject {
    Q_OBJECT

private slots:
    void a_pattern_leaves_out_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("is_folder");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *pattern, const char *path, bool expected, bool is_folder = false) {
            QTest::addRow("%s on %s%s", pattern, path, is_folder ? "/" : "") << pattern << QByteArray(path) << is_folder << expected;
        };
        row("*.o", "a.o", true);
        row("*.o", "deep/er/a.o", true);
        row("*.o", "deep.o/er", false);
        row("cache", "var/cache", true);
        row("cache", "var/cache.d", false);
        row("*", ".hidden", true);
        row("/proc", "proc", true, true);
        row("/proc", "usr/proc", false, true);
        row("/proc/*", "proc/1", true, true);
        row("/proc/*", "proc", false, true);
        row("/proc/*", "proc/1/fd", false, true);
        row("./tmp", "tmp", true, true);
        row("var/tmp", "var/tmp", true, true);
        row("var/tmp", "usr/var/tmp", false, true);
        row("var/*/log", "var/a/log", true);
        row("var/*/log", "var/a/b/log", false);
        row("cache/", "var/cache", true, true);
        row("cache/", "var/cache", false, false);
        row("/home/*/.cache/", "home/me/.cache", true, true);
        row("file[0-3]", "file2", true);
        row("file[!0-3]", "file2", false);
        row("b[[:alpha:]]g", "bug", true);
        row("?", "\xC3\xA9", true);
        row("?", "\xE9", true);  // not UTF-8
        row("\\*", "*", true);
        row("\\*", "a", false);
        row("a[", "a[", true);
    }
    void a_pattern_leaves_out() {
        QFETCH(QString, pattern);
        QFETCH(QByteArray, path);
        QFETCH(bool, is_folder);
        QFETCH(bool, expected);
        for (const char *locale : {"C", "C.UTF-8"}) {
            std::setlocale(LC_ALL, locale);
            SourceFilter filter;
            QVERIFY(filter.exclude(pattern.toStdString()));
            QCOMPARE(filter.excludes(path.toStdString(), is_folder), expected);
        }
    }

    void what_lies_below_a_folder_left_out_is_left_out() {
        SourceFilter filter;
        QVERIFY(filter.exclude("cache") && filter.exclude("/a/b/"));
        QVERIFY(filter.excludes_or_above("var/cache/x/y", false));
        QVERIFY(filter.excludes_or_above("a/b/c", false));
        QVERIFY(!filter.excludes_or_above("a/b", false));
        QVERIFY(!filter.excludes_or_above("var/caches/x", false));
    }

    void a_place_that_is_nowhere_is_told_a_name_is_not() {
        SourceFilter filter;
        for (const char *pattern : {"*.bak", "/there", "/nowhere", "a/wrong/path/"}) QVERIFY(filter.exclude(pattern));
        QVERIFY(filter.excludes("there", false));
        QCOMPARE(filter.unmatched(), (std::vector<std::string>{"/nowhere", "a/wrong/path/"}));
    }

    void what_names_nothing_is_refused() {
        for (const std::string_view pattern : {std::string_view(""), std::string_view("/"), std::string_view("."), std::string_view("./"),
                                               std::string_view("//"), std::string_view("a\0b", 3)}) {
            const auto added = SourceFilter().exclude(pattern);
            QVERIFY2(!added && added.error().code == ErrorCode::invalid_pattern, pattern.data());
        }
    }

    void a_list_has_a_pattern_a_line() {
        QTemporaryDir folder;
        const QString list = folder.filePath("list");
        QVERIFY(test::write_file(list, "\xEF\xBB\xBF# not these\n\n*.o\r\n/a b\n\\#x\nlast"));
        SourceFilter filter;
        QVERIFY(filter.exclude_from(list.toStdString()));
        for (const char *name : {"x.o", "a b", "#x", "last"}) QVERIFY2(filter.excludes(name, false), name);
        QVERIFY(!filter.excludes("# not these", false));
        QVERIFY(test::write_file(list, "fine\n/\n"));
        QCOMPARE(filter.exclude_from(list.toStdString()).error().subject, list.toStdString());
        QVERIFY(filter.exclude_from(folder.filePath("none").toStdString()).error().code == ErrorCode::not_found);
    }
};

QTEST_GUILESS_MAIN(SourceFilterTest)
#include "source_filter_test.moc"
