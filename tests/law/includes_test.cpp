// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the includes against the law of dependencies in ARCHITECTURE.md.

#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "support/program.h"

class IncludesTest : public QObject {
    Q_OBJECT

    const QStringList core_{"core/base",   "core/codec",      "core/format", "core/file", "core/image",
                            "core/source", "core/filesystem", "core/scan",   "core/job",    "core/live"};

    /// Each room may include itself and these.
    const QHash<QString, QStringList> knows_{
        {"core/base", {}},
        {"core/codec", {"core/base"}},
        {"core/format", {"core/base"}},
        {"core/file", {"core/base", "core/format"}},
        {"core/image", {"core/base", "core/codec", "core/format", "core/file"}},
        {"core/source", {"core/base", "core/format", "core/file"}},
        {"core/filesystem", {"core/base", "core/codec", "core/format"}},
        {"core/scan", {"core/base", "core/format", "core/file", "core/image"}},
        {"core/device", {"core/base"}},
        {"core/cluster", {"core/base", "core/codec", "core/format", "core/file", "core/image"}},
        {"core/job", {"core/base", "core/codec", "core/format", "core/file", "core/image", "core/source", "core/filesystem", "core/scan"}},
        {"core/live",
         {"core/base", "core/codec", "core/format", "core/file", "core/image", "core/source", "core/filesystem", "core/scan", "core/job"}},
        {"app/text", core_ + QStringList{"core/cluster"}},
        {"app/report", core_ + QStringList{"app/text"}},
        {"app/cli", core_ + QStringList{"core/cluster", "core/device", "app/text", "app/report", "app/attach", "app/live"}},
        {"app/fuse", core_ + QStringList{"app/text"}},
        {"app/attach", core_ + QStringList{"core/device", "app/helper"}},
        {"app/live", core_ + QStringList{"core/device", "app/attach"}},
        {"app/picture", {}},
        {"app/initrd", core_ + QStringList{"core/device", "app/text"}},
        {"app/helper", {"core/device"}},
        {"app/desktop", core_ + QStringList{"app/text", "app/desktop/text", "app/desktop/jobs", "app/desktop/archive", "app/desktop/models",
                                            "app/desktop/platform", "app/desktop/views"}},
        {"app/desktop/text", core_ + QStringList{"app/text"}},
        {"app/desktop/platform", {}},
        {"app/desktop/jobs",
         core_ + QStringList{"core/cluster", "core/device", "app/attach", "app/live", "app/text", "app/desktop/text", "app/desktop/platform"}},
        {"app/desktop/archive", core_ + QStringList{"app/text", "app/desktop/text"}},
        {"app/desktop/models", core_ + QStringList{"app/text", "app/report", "app/desktop/text", "app/desktop/jobs", "app/desktop/archive"}},
        {"app/desktop/views", core_ + QStringList{"app/attach", "app/text", "app/report", "app/desktop/text", "app/desktop/jobs",
                                                  "app/desktop/archive", "app/desktop/models", "app/desktop/platform"}},
    };

    /// app/desktop has several rooms.
    static QString room_of(const QString &relative) {
        return relative.section('/', 0, relative.startsWith("app/desktop/") && relative.count('/') > 2 ? 2 : 1);
    }

    /// Includes name the room below core/, app/ or app/desktop/. Two rooms are named text; file names are unique.
    QString room_behind(const QString &name, const QString &own) const {
        if (!name.contains('/')) return own;
        const QString room = name.section('/', 0, 0);
        if (QFileInfo::exists(QStringLiteral(SOURCE_DIR "/app/") + name)) return "app/" + room;
        return knows_.contains("core/" + room) ? "core/" + room : "app/desktop/" + room;
    }

    static QStringList sources(const QStringList &tops = {"core", "app"}, const QStringList &patterns = {"*.h", "*.cpp", "*.c"}) {
        QStringList paths;
        for (const QString &top : tops) {
            QDirIterator it(QStringLiteral(SOURCE_DIR "/") + top, patterns, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) paths << it.next().mid(qsizetype(strlen(SOURCE_DIR)) + 1);
        }
        return paths;
    }

private slots:
    void every_include_goes_where_it_may() {
        static const QRegularExpression include("^#include \"([^\"]+)\"", QRegularExpression::MultilineOption);
        QStringList wrong;
        int seen = 0;
        for (const QString &path : sources()) {
            const QString room = room_of(path);
            QVERIFY2(knows_.contains(room), qPrintable(path + " lies in no known room"));
            auto matches = include.globalMatch(QString::fromUtf8(cloop::test::read_file(QStringLiteral(SOURCE_DIR "/") + path)));
            while (matches.hasNext()) {
                const QString name = matches.next().captured(1);
                const QString other = room_behind(name, room);
                ++seen;
                if (other != room && !knows_[room].contains(other)) wrong << path + " includes " + name;
            }
        }
        QVERIFY(seen > 100);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join("\n")));
    }

    void nothing_but_the_window_knows_qt() {
        static const QRegularExpression qt("^#include <Q", QRegularExpression::MultilineOption);
        for (const QString &path : sources())
            if (!room_of(path).startsWith("app/desktop") && room_of(path) != "app/picture")
                QVERIFY2(!QString::fromUtf8(cloop::test::read_file(QStringLiteral(SOURCE_DIR "/") + path)).contains(qt), qPrintable(path));
    }

    void nothing_but_the_cluster_knows_libnats() {
        for (const QString &path : sources())
            if (room_of(path) != "core/cluster")
                QVERIFY2(!cloop::test::read_file(QStringLiteral(SOURCE_DIR "/") + path).contains("#include <nats"), qPrintable(path));
    }

    void every_file_names_its_licence() {
        QStringList missing;
        const QStringList others{"dev", ".ci/run", "CMakeLists.txt"};
        for (const QString &path :
             sources({"core", "app", "kmod", "resources", "tests", "tools"}, {"*.h", "*.cpp", "*.c", "*.py", "*.sh", "CMakeLists.txt"}) + others) {
            const QByteArray begin = cloop::test::read_file(QStringLiteral(SOURCE_DIR "/") + path).left(100);
            const char *licence = path.startsWith("kmod/") ? "GPL-2.0-only" : "GPL-3.0-or-later";
            if (!begin.contains(QByteArray("SPDX-License-Identifier: ") + licence)) missing << path;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join("\n")));
    }

    void file_names_are_unique() {
        QHash<QString, QString> seen;
        for (const QString &path : sources({"core", "app", "kmod", "tests"})) {
            const QString name = QFileInfo(path).fileName();
            QVERIFY2(!seen.contains(name), qPrintable(path + " and " + seen.value(name)));
            seen[name] = path;
        }
    }
};

QTEST_GUILESS_MAIN(IncludesTest)
#include "includes_test.moc"
