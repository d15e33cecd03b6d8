// SPDX-License-Identifier: GPL-3.0-or-later
// Makes every system call of a command fail once, in all ways: the result is right, or the failure is reported and nothing is left behind.
// Usually a sample of the calls; with CLOOPSMITH_ALL each one, but at most 200 memory allocations.

#include "support/command_folder.h"

#include <QDirIterator>
#include <QTest>

#include <cerrno>

using namespace cloop::test;

namespace {

struct Kind {
    const char *group;
    const char *name;
    QByteArray how;
    bool is_harmless = false;  ///< the command must succeed
};

QByteArray number(int value) { return QByteArray::number(value); }

const std::vector<Kind> &kinds() {
    static const std::vector<Kind> all{
        {"open", "EACCES", number(EACCES)},
        {"open", "EMFILE", number(EMFILE)},
        {"open", "ENOENT", number(ENOENT)},
        {"open", "EIO", number(EIO)},
        {"open", "EMFILE from there on", number(EMFILE) + "+"},
        {"read", "EIO", number(EIO)},
        {"read", "EIO from there on", number(EIO) + "+"},
        {"read", "EINTR", number(EINTR), true},
        {"read", "one byte", "short", true},
        {"read", "one byte at a time from there on", "short+", true},
        {"read", "the end", "end"},
        {"write", "ENOSPC", number(ENOSPC)},
        {"write", "ENOSPC from there on", number(ENOSPC) + "+"},
        {"write", "EIO", number(EIO)},
        {"write", "EDQUOT", number(EDQUOT)},
        {"write", "EFBIG", number(EFBIG)},
        {"write", "EINTR", number(EINTR), true},
        {"write", "one byte", "short", true},
        {"fsync", "EIO", number(EIO)},
        {"fsync", "ENOSPC", number(ENOSPC)},
        {"ftruncate", "EIO", number(EIO)},
        {"link", "EPERM", number(EPERM)},
        {"link", "EIO", number(EIO)},
        {"rename", "EIO", number(EIO)},
        {"stat", "EIO", number(EIO)},
        {"lseek", "EINVAL", number(EINVAL)},
        {"list", "EIO", number(EIO)},
        {"mkdir", "ENOSPC", number(ENOSPC)},
        {"symlink", "EIO", number(EIO)},
        {"attributes", "EPERM", number(EPERM)},
        {"fcntl", "EINVAL", number(EINVAL), true},
        {"thread", "EAGAIN", number(EAGAIN)},  // libisofs needs one
        {"malloc", "ENOMEM", number(ENOMEM)},
        {"malloc", "ENOMEM from there on", number(ENOMEM) + "+"},
        {"new", "bad_alloc", number(ENOMEM)},
        {"new", "bad_alloc from there on", number(ENOMEM) + "+"},
    };
    return all;
}

struct Command {
    const char *name;
    QStringList arguments;  ///< the output, if any, is "out"
    bool replaces = false;       ///< the output exists already
    bool uses_libisofs = false;  ///< libisofs crashes if malloc fails, so only operator new fails
};

const std::vector<Command> &commands() {
    static const std::vector<Command> all{
        {"create", {"create", "tree", "out", "-B", "16K", "-t", "2"}, false, true},
        {"create from an archive", {"create", "tree.tar.gz", "out", "-B", "16K", "-t", "2"}, false, true},
        {"create a stream", {"create", "tree.iso", "out", "-B", "16K", "-f", "v4-stream", "-t", "2"}},
        {"create a split set", {"create", "tree.iso", "out", "-B", "16K", "--split", "60K", "-t", "2"}},
        {"extract", {"extract", "tree.cloop", "out", "-t", "2"}},
        {"extract onto a file", {"extract", "tree.cloop", "out", "--force", "-t", "2"}, true},
        {"get", {"get", "tree.cloop", "/", "out", "-t", "2"}},
        {"convert", {"convert", "tree.cloop", "out", "-B", "4K", "-t", "2"}},
        {"verify", {"verify", "tree.cloop", "-t", "2"}},
    };
    return all;
}

} // namespace

class InjectedFailureTest : public QObject, protected CommandFolder {
    Q_OBJECT

    /// Number of calls per group when nothing fails.
    QMap<QByteArray, int> counted(const Command &command) {
        prepare(command);
        const Outcome outcome = failing(command, {}, file("counts"));
        QMap<QByteArray, int> counts;
        for (const QByteArray &line : read_file(file("counts")).split('\n'))
            if (const auto words = line.split(' '); words.size() == 2) counts[words[0]] = words[1].toInt();
        return outcome.status == 0 ? counts : QMap<QByteArray, int>();
    }

    Outcome failing(const Command &command, const QByteArray &order, const QString &counts = {}) const {
        QStringList environment{"LD_PRELOAD=" FAILING_CALLS, "SOURCE_DATE_EPOCH=1700000000", "FAILING_CALL=" + QString::fromLatin1(order)};
        if (!counts.isEmpty()) environment << "COUNTED_CALLS=" + counts;
        return run(program(), command.arguments, {}, work(), environment);
    }

    /// Names and contents of the outputs.
    QMap<QString, QByteArray> made() const {
        QMap<QString, QByteArray> all;
        QDirIterator files(work(), {"out*"}, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        while (files.hasNext()) {
            const QFileInfo info(files.next());
            if (!info.isDir()) all[info.fileName()] = read_file(info.filePath());
            else {
                QDirIterator below(info.filePath(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
                while (below.hasNext()) {
                    const QFileInfo inner(below.next());
                    all[QDir(work()).relativeFilePath(inner.filePath())] =
                        inner.isSymLink() ? inner.symLinkTarget().toUtf8() : read_file(inner.filePath());
                }
            }
        }
        return all;
    }

    /// Restores the folder for the next run.
    void prepare(const Command &command) const {
        for (const QString &name : QDir(work()).entryList({"out*", ".*~"}, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
            const QString path = work() + "/" + name;
            if (QFileInfo(path).isDir()) QDir(path).removeRecursively();
            else QFile::remove(path);
        }
        if (command.replaces) write_file(work() + "/out", "before");
    }

    QString work() const { return file("work"); }

    QStringList strays_below(const QString &folder) const {
        QStringList names;
        QDirIterator files(folder, {".*~"}, QDir::AllEntries | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) names << files.next();
        return names;
    }

public:
    InjectedFailureTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(QDir(path()).mkpath("work/tree/sub"));
        QByteArray bytes = mixed();
        for (int i = 0; i < 9; ++i)
            QVERIFY(write_file(work() + QString("/tree/%1file%2").arg(i % 2 ? "sub/" : "").arg(i), bytes.mid(i * 20'000, i * 4'000)));
        QVERIFY(::symlink("sub/file1", (work() + "/tree/link").toStdString().c_str()) == 0);
        QVERIFY(::link((work() + "/tree/file2").toStdString().c_str(), (work() + "/tree/sub/hard").toStdString().c_str()) == 0);
        QCOMPARE(run("tar", {"-czf", work() + "/tree.tar.gz", "-C", work() + "/tree", "."}).status, 0);
        const QStringList date{"SOURCE_DATE_EPOCH=1700000000"};
        QCOMPARE(run(program(), {"create", "tree", "tree.cloop", "-B", "16K"}, {}, work(), date).status, 0);
        QCOMPARE(run(program(), {"extract", "tree.cloop", "tree.iso"}, {}, work(), date).status, 0);
    }

    void a_failing_call_is_survived_or_told_data() {
        QTest::addColumn<int>("command");
        QTest::addColumn<int>("kind");
        for (int command = 0; command < int(commands().size()); ++command)
            for (int kind = 0; kind < int(kinds().size()); ++kind) {
                if (commands()[size_t(command)].uses_libisofs && QByteArray(kinds()[size_t(kind)].group) == "malloc") continue;
                QTest::addRow("%s: %s %s", commands()[size_t(command)].name, kinds()[size_t(kind)].group, kinds()[size_t(kind)].name)
                    << command << kind;
            }
    }
    void a_failing_call_is_survived_or_told() {
        QFETCH(int, command);
        QFETCH(int, kind);
        const Command &tried = commands()[size_t(command)];
        const Kind &failure = kinds()[size_t(kind)];
        if (command != counted_) {
            counts_ = counted(tried);
            QVERIFY2(!counts_.isEmpty(), "the command does not work without a failure");
            right_ = made();
            counted_ = command;
        }
        const int calls = counts_[failure.group];
        const bool is_get = tried.arguments[0] == "get";
        // Memory is allocated thousands of times, repeatedly in the same places.
        const int most = !qEnvironmentVariableIsSet("CLOOPSMITH_ALL")                                  ? 3
                         : QByteArray(failure.group) == "malloc" || QByteArray(failure.group) == "new" ? 200
                                                                                                       : calls;
        const int step = std::max(1, (calls + most - 1) / std::max(1, most));
        for (int call = 1; call <= calls; call += step) {
            prepare(tried);
            const auto before = made();
            const QByteArray order = QByteArray(failure.group) + " " + number(call) + " " + failure.how;
            const Outcome outcome = failing(tried, order);
            const QByteArray said = order + ", status " + number(outcome.status) + ": " + outcome.err;
            const auto now = made();
            QVERIFY2(outcome.status == 0 || outcome.status == 1 || outcome.status == 2, said.constData());
            if (failure.is_harmless) QVERIFY2(outcome.status == 0, said.constData());
            // If unlink fails, temporary names may remain.
            if (QByteArray(failure.group) != "unlink") QVERIFY2(strays_below(work()).isEmpty(), said.constData());
            if (outcome.status == 0) {
                // A name that stat() can't find counts as deleted, which is reported.
                QVERIFY2(now == right_ || (outcome.err.contains("deleted") && now.keys() == right_.keys()), said.constData());
                continue;
            }
            // A failure must be reported, on either stream.
            QVERIFY2(!outcome.err.trimmed().isEmpty() || !outcome.out.isEmpty(), said.constData());
            if (!is_get) {
                // Complete, if the failure came later: only the result could not be printed.
                QVERIFY2(now == before || now == right_, (said + now.keys().join(' ').toUtf8()).constData());
                continue;
            }
            // Some of many files may exist: complete, or named in an error.
            for (auto file = now.begin(); file != now.end(); ++file) {
                if (file.value() == right_.value(file.key(), "none")) continue;
                QVERIFY2(outcome.err.contains(QFileInfo(file.key()).fileName().toUtf8()), (said + file.key().toUtf8()).constData());
            }
        }
    }

private:
    int counted_ = -1;
    QMap<QByteArray, int> counts_;
    QMap<QString, QByteArray> right_;
};

QTEST_GUILESS_MAIN(InjectedFailureTest)
#include "injected_failure_test.moc"
