// SPDX-License-Identifier: GPL-3.0-or-later
// The cloop command under adverse conditions: signals, full discs, missing permissions, drives, changing files.

#include "base/unique_fd.h"
#include "support/command_folder.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using cloop::UniqueFd;
using namespace cloop::test;

namespace {

constexpr qint64 four_gib = qint64(4) << 30;

/// A small file system, mounted during one test.
class SmallDisc {
public:
    SmallDisc(QString place, const char *size) : place_(std::move(place)) {
        QDir().mkpath(place_);
        is_mounted_ = run("mount", {"-t", "tmpfs", "-o", QString("size=") + size, "tmpfs", place_}).status == 0;
    }
    ~SmallDisc() { run("umount", {place_}); }
    bool is_mounted() const { return is_mounted_; }
    QStringList files() const { return QDir(place_).entryList(QDir::Files | QDir::Hidden); }

private:
    QString place_;
    bool is_mounted_ = false;
};

/// A file as a block device during one test.
class Drive {
public:
    explicit Drive(const QString &file) : device_(QString::fromUtf8(run("losetup", {"--find", "--show", "--read-only", file}).out.trimmed())) {}
    ~Drive() { run("losetup", {"--detach", device_}); }
    const QString &device() const { return device_; }

private:
    QString device_;
};

/// Sends the process a signal, unless it has ended, because pid 0 would be our own group. False if it does not end.
bool end_by(QProcess &process, int signal) {
    if (process.state() == QProcess::NotRunning) return true;
    ::kill(pid_t(process.processId()), signal);
    return process.waitForFinished();
}

/// Whether the process has started and handles the signal itself.
bool handles_interrupts(const QProcess &process) {
    const QByteArray status = read_file(QString("/proc/%1/status").arg(process.processId()));
    const auto has = [&](const char *mask) {
        const qsizetype at = status.indexOf(mask);
        return at >= 0 && (status.mid(at + 7, 24).trimmed().split('\n').first().toULongLong(nullptr, 16) & 1ull << (SIGINT - 1));
    };
    return has("SigCgt:") || has("SigBlk:");
}

} // namespace

class BadLuckTest : public QObject, protected CommandFolder {
    Q_OBJECT

public:
    BadLuckTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    // Qt can't remove names that are not UTF-8.
    void cleanupTestCase() { run("rm", {"-rf", path()}); }

    void initTestCase() {
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop"}).status, 0);
    }

    void cleanup() { QCOMPARE(strays(), QStringList()); }

    void a_folder_becomes_a_stream_where_nothing_can_be_written() {
        if (is_emulated) QSKIP("the emulator needs files of its own");
        if (::geteuid() != 0) QSKIP("needs root to mount a small disc");
        const SmallDisc disc(file("tmp"), "1m");
        QVERIFY(disc.is_mounted());
        // 2.4 MB pass without temporary files: the temporary folder has 1 MiB, and no file may exceed 0 bytes.
        const Outcome made =
            run("prlimit", {"--fsize=0", program(), "create", "tree", "-", "-f", "v4-stream"}, {}, path(), {"TMPDIR=" + file("tmp")});
        QCOMPARE(made.status, 0);
        QCOMPARE(disc.files(), QStringList());
        QVERIFY(write_file(file("stream.cloop"), made.out));
        QCOMPARE(cloop({"verify", "stream.cloop"}).status, 0);
        QCOMPARE(cloop({"cat", "stream.cloop", "/sub/file7"}).out, read_file(file("tree/sub/file7")));
    }

    void what_is_too_large_for_the_file_system_has_its_own_remedy_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("can_be_split");
        QTest::newRow("create") << QStringList{"create", "tree", "new"} << true;
        QTest::newRow("convert") << QStringList{"convert", "tree.cloop", "new", "--level", "9"} << true;
        QTest::newRow("extract") << QStringList{"extract", "tree.cloop", "new"} << false;
        QTest::newRow("get") << QStringList{"get", "tree.cloop", "/sub/file7", "new"} << false;
    }
    void what_is_too_large_for_the_file_system_has_its_own_remedy() {
        QFETCH(QStringList, arguments);
        QFETCH(bool, can_be_split);
        const Outcome outcome = run("prlimit", QStringList{"--fsize=10000", program()} + arguments, {}, path());
        QVERIFY(outcome.status > 0);
        QVERIFY2(outcome.err.contains("takes no file of that size"), outcome.err.constData());
        QCOMPARE(outcome.err.contains("--split"), can_be_split);
        QVERIFY(!QFile::exists(file("new")));
    }

    void a_file_over_4_gib_comes_back() {
#ifdef CLOOPSMITH_CHECKED
        QSKIP("With sanitizers it takes a minute, and runs no code that a small file does not.");
#endif
        QVERIFY(QDir(path()).mkdir("large"));
        QFile source(file("large/disc.raw"));
        QVERIFY(source.open(QIODevice::WriteOnly));
        const std::pair<qint64, QByteArray> marks[] = {{0, "begins"}, {four_gib - 4, "crosses"}, {four_gib + 5'000'000, "ends"}};
        for (const auto &[at, text] : marks) QVERIFY(source.seek(at) && source.write(text) == text.size());
        source.close();

        QCOMPARE(cloop({"create", "large", "large.cloop", "-B", "1M"}).status, 0);
        QCOMPARE(cloop({"get", "large.cloop", "/disc.raw", "back.raw"}).status, 0);
        QFile back(file("back.raw"));
        QVERIFY(back.open(QIODevice::ReadOnly));
        QCOMPARE(back.size(), four_gib + 5'000'004);
        for (const auto &[at, text] : marks) QVERIFY(back.seek(at) && back.read(text.size()) == text);
        struct stat status {};
        QVERIFY(::stat(file("back.raw").toStdString().c_str(), &status) == 0 && status.st_blocks < 10'000);  // the rest are holes
        // Another reader agrees.
        QCOMPARE(cloop({"extract", "large.cloop", "large.iso"}).status, 0);
        const QByteArray listing = run("xorriso", {"-indev", file("large.iso"), "-lsl", "/"}).out;
        QVERIFY2(listing.contains(" 4299967300 "), listing.constData());
        for (const char *name : {"large.cloop", "back.raw", "large.iso", "large/disc.raw"}) QFile::remove(file(name));
    }

    void a_drive_is_read_like_a_file_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("run_out");
        // Padding that a burner appends to a stream must not hide the head, which comes last.
        QTest::newRow("head first") << QStringList{"-f", "v2"} << 0;
        QTest::newRow("head first, run-out") << QStringList{"-f", "v4"} << 150;
        QTest::newRow("head last, run-out") << QStringList{"-f", "v4-stream"} << 150;
    }
    void a_drive_is_read_like_a_file() {
        if (::geteuid() != 0) QSKIP("needs root to attach a drive");
        QFETCH(QStringList, options);
        QFETCH(int, run_out);
        QCOMPARE(cloop(QStringList{"create", "tree", "burned.cloop", "--force"} + options).status, 0);
        QByteArray bytes = read_file(file("burned.cloop"));
        bytes += QByteArray((2048 - bytes.size() % 2048) % 2048 + 2048 * run_out, '\0');
        QVERIFY(write_file(file("burned.cloop"), bytes));
        const Drive drive(file("burned.cloop"));
        QVERIFY2(drive.device().startsWith("/dev/"), "losetup gave no device");
        QCOMPARE(cloop({"verify", drive.device()}).status, 0);
        QCOMPARE(cloop({"cat", drive.device(), "/file2"}).out, read_file(file("tree/file2")));
        const Outcome onto = cloop({"create", "tree", drive.device(), "--force"});
        QCOMPARE(onto.status, 1);
        QVERIFY2(onto.err.contains("not an ordinary file"), onto.err.constData());
        // A drive is also a valid source.
        QCOMPARE(cloop({"create", drive.device(), "copy.cloop", "--force"}).status, 0);
        QCOMPARE(cloop({"extract", "copy.cloop", "-"}).out, bytes);
    }

    void an_output_without_a_name_is_told() {
        const Outcome unnamed = cloop({"create", "tree", ""});
        QCOMPARE(unnamed.status, 1);
        QVERIFY2(unnamed.err.contains("no name"), unnamed.err.constData());
    }

    void a_knoppix_disc_in_the_drive_stands_for_its_image() {
        if (::geteuid() != 0) QSKIP("needs root to attach a drive");
        QDir(path()).mkpath("disc/KNOPPIX");
        QVERIFY(QFile::copy(file("tree.cloop"), file("disc/KNOPPIX/KNOPPIX")));
        QCOMPARE(run("xorriso", {"-as", "mkisofs", "-quiet", "-R", "-o", file("disc.iso"), file("disc")}).status, 0);
        const Drive drive(file("disc.iso"));
        QCOMPARE(cloop({"verify", drive.device()}).status, 0);
        QCOMPARE(cloop({"cat", drive.device() + ":/KNOPPIX/KNOPPIX", "/file6"}).out, read_file(file("tree/file6")));
    }

    void signals_leave_nothing_behind_data() {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("threads");
        for (const char *threads : {"1", "2", "5"}) {
            QTest::addRow("SIGINT, %s threads", threads) << SIGINT << threads;
            QTest::addRow("SIGTERM, %s threads", threads) << SIGTERM << threads;
            QTest::addRow("SIGKILL, %s threads", threads) << SIGKILL << threads;
        }
    }
    void signals_leave_nothing_behind() {
        QFETCH(int, signal);
        QFETCH(QString, threads);
        QByteArray content;
        while (content.size() < 12'000'000) content += mixed();
        QVERIFY(write_file(file("big.bin"), content));
        QRandomGenerator random(quint32(signal) * 16 + threads.toUInt());
        const QStringList before = QDir(path()).entryList(QDir::Files | QDir::Hidden);
        for (const char *output : {"killed.cloop", "killed.set"}) {
            for (int round = 0; round < (qEnvironmentVariableIsSet("CLOOPSMITH_ALL") ? 17 : 2); ++round) {
                QStringList arguments{"create", "big.bin", output, "-f", "v4", "-c", "best", "-t", threads};
                if (QByteArray(output) == "killed.set") arguments << "--split" << "100K";
                QProcess process;
                process.setWorkingDirectory(path());
                process.start(program(), arguments);
                QVERIFY(process.waitForStarted());
                QTest::qWait(int(random.bounded(400u)));
                QVERIFY(end_by(process, signal));
                if (signal != SIGKILL && process.exitStatus() == QProcess::NormalExit) QCOMPARE(process.exitCode(), 130);
                QCOMPARE(QDir(path()).entryList(QDir::Files | QDir::Hidden), before);
            }
        }
        QFile::remove(file("big.bin"));
    }

    void signals_leave_no_half_made_file_outside_data() {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QStringList>("what");
        const std::pair<const char *, int> sent[] = {{"SIGINT", SIGINT}, {"SIGTERM", SIGTERM}, {"SIGKILL", SIGKILL}};
        for (const auto &[name, signal] : sent) {
            QTest::addRow("%s, many files", name) << signal << QStringList{"/sub", "/file0", "/file2"};
            QTest::addRow("%s, one large file", name) << signal << QStringList{"/large"};
        }
    }
    void signals_leave_no_half_made_file_outside() {
        QFETCH(int, signal);
        QFETCH(QStringList, what);
        if (!QFile::exists(file("mass.cloop"))) {
            QCOMPARE(run("cp", {"-a", file("tree"), file("mass")}).status, 0);
            QByteArray content;
            while (content.size() < 30'000'000) content += mixed();
            QVERIFY(write_file(file("mass/large"), content));
            for (int i = 0; i < 800; ++i) QVERIFY(write_file(file(QString("mass/sub/small%1").arg(i)), mixed().left(7 * i)));
            QCOMPARE(cloop({"create", "mass", "mass.cloop", "-f", "v4", "-c", "lz4"}).status, 0);
        }
        // Only temporary files may remain, only after SIGKILL, and only on file systems without unnamed files.
        const UniqueFd unnamed(::open(path().toStdString().c_str(), O_TMPFILE | O_RDWR, 0600));
        const QStringList arguments = QStringList{"get", "mass.cloop"} + what + QStringList{"out/"};
        QRandomGenerator random(quint32(signal) * 16 + quint32(what.size()));
        for (int round = 0; round < (qEnvironmentVariableIsSet("CLOOPSMITH_ALL") ? 17 : 2); ++round) {
            QDir(file("out")).removeRecursively();
            QProcess process;
            process.setWorkingDirectory(path());
            process.start(program(), arguments);
            QVERIFY(process.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("out")) || process.state() == QProcess::NotRunning, 60'000);
            QTest::qWait(int(random.bounded(100u)));
            QVERIFY(end_by(process, signal));
            if (signal != SIGKILL) QVERIFY(process.exitCode() == 130 || process.exitCode() == 0);

            QDirIterator made(file("out"), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
            while (made.hasNext()) {
                const QString name = made.next().mid(file("out/").size());
                if (!unnamed && signal == SIGKILL && name.contains(".cloop-")) continue;
                QVERIFY2(QFile::exists(file("mass/" + name)) && read_file(file("out/" + name)) == read_file(file("mass/" + name)), qPrintable(name));
            }
            QCOMPARE(cloop(arguments + QStringList{"--force"}).status, 0);
            for (const QString &name : what) QCOMPARE(run("diff", {"-r", file("mass" + name), file("out" + name)}).out, QByteArray());
        }
        QDir(file("out")).removeRecursively();
    }

    void a_stop_reaches_a_command_that_waits_for_a_pipe() {
        QProcess process;
        process.setWorkingDirectory(path());
        process.start(program(), {"create", "-", "waiting.cloop"});
        QVERIFY(process.waitForStarted());
        process.write("some");
        QTRY_VERIFY(handles_interrupts(process));
        QTest::qWait(200);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!QFile::exists(file("waiting.cloop")));
    }

    void a_stop_does_not_wait_for_a_large_block() {
        // Noise is slowest for xz: about a megabyte per second.
        QCOMPARE(run("sh", {"-c", "head -c 67108864 /dev/urandom >slow"}, {}, path()).status, 0);
        for (const char *threads : {"1", "2"}) {
            QProcess process;
            process.setWorkingDirectory(path());
            process.start(program(), {"create", "slow", "slow.cloop", "-f", "v4", "-c", "xz", "-l", "9", "-B", "32M", "-t", threads});
            QVERIFY(process.waitForStarted());
            QTRY_VERIFY(handles_interrupts(process));
            QTest::qWait(1000);
            ::kill(pid_t(process.processId()), SIGINT);
            QVERIFY(process.waitForFinished(25'000));
            QCOMPARE(process.exitCode(), 130);
        }
        QVERIFY(!QFile::exists(file("slow.cloop")));
        QVERIFY(QFile::remove(file("slow")));
    }

#ifdef FAILING_CALLS
    /// A drive's retries can't be interrupted.
    void a_stop_that_has_to_wait_says_so() {
        QProcess process;
        process.setWorkingDirectory(path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LD_PRELOAD", FAILING_CALLS);
        environment.insert("FAILING_CALL", "read 10 late+");
        process.setProcessEnvironment(environment);
        process.start(program(), {"verify", "tree.cloop", "-t", "1"});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(handles_interrupts(process));
        QTest::qWait(500);
        ::kill(pid_t(process.processId()), SIGINT);
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("once more"), 30'000);
        QVERIFY(end_by(process, SIGINT));
        QCOMPARE(process.exitCode(), 130);
    }
#endif

    void a_reader_that_goes_away_ends_the_command() {
        QProcess process;
        process.setWorkingDirectory(path());
        process.start("sh", {"-c", QString("'%1' extract tree.cloop - | head -c 10 >/dev/null; echo ${PIPESTATUS:-done}").arg(program())});
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("done"));
        QVERIFY2(process.readAllStandardError().count('\n') <= 2, "one sentence is enough");
    }

    void a_full_disc_is_said_and_nothing_is_left() {
        if (::geteuid() != 0) QSKIP("needs root to mount a small disc");
        const SmallDisc disc(file("small"), "512k");
        QVERIFY(disc.is_mounted());
        const Outcome refused = cloop({"create", "tree", "small/x"});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("not enough room"), refused.err.constData());
        // The size of uncompressed images is known in advance, except from a pipe.
        for (const QStringList &options :
             {QStringList{"-c", "zlib", "-l", "0"}, {"-f", "v4", "-c", "none"}, {"-c", "zlib", "-l", "0", "--split", "100K"}}) {
            const Outcome full = cloop(QStringList{"create", "-", "small/y"} + options, mixed() + mixed());
            QCOMPARE(full.status, 1);
            QVERIFY2(full.err.contains("not enough room"), full.err.constData());
        }
        const Outcome extracted = cloop({"extract", "tree.cloop", "small/z"});
        QCOMPARE(extracted.status, 1);
        QVERIFY2(extracted.err.contains("not enough room"), extracted.err.constData());
        QCOMPARE(disc.files(), QStringList());
    }

    void an_output_folder_without_permission_is_named() {
        if (::geteuid() != 0) QSKIP("needs root to become someone else");
        QDir(path()).mkdir("locked");
        QVERIFY(::chmod(file("locked").toStdString().c_str(), 0555) == 0);
        for (const QStringList &arguments : {QStringList{"create", file("tree"), file("locked/x")},
                                             {"extract", file("tree.cloop"), file("locked/x")},
                                             {"get", file("tree.cloop"), "file0", file("locked/x")},
                                             {"create", file("tree"), file("locked/x"), "--split", "100K"}}) {
            const Outcome outcome = cloop_as_nobody(arguments);
            QCOMPARE(outcome.status, 1);
            QVERIFY2(outcome.err.contains("locked") && outcome.err.contains("access is not permitted"), outcome.err.constData());
            QCOMPARE(QDir(file("locked")).entryList(QDir::Files | QDir::Hidden), QStringList());
        }
    }

    void an_ordinary_user_is_told_what_is_left_out() {
        if (::geteuid() != 0) QSKIP("needs root to become someone else");
        QDir(path()).mkdir("mine");
        QVERIFY(::chown(file("mine").toStdString().c_str(), 65534, 65534) == 0);
        const Outcome outcome = cloop_as_nobody({"get", file("tree.cloop"), "file0", file("mine")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err.count("ordinary user"), 1);
        QCOMPARE(read_file(file("mine/file0")), read_file(file("tree/file0")));
    }

    void unreadable_files_are_listed_and_stop_the_build() {
        if (::geteuid() != 0) QSKIP("needs root to become someone else");
        QDir(path()).mkdir("secret");
        QVERIFY(write_file(file("secret/open"), "yes"));
        for (const char *name : {"secret/one", "secret/two"}) {
            QVERIFY(write_file(file(name), "no"));
            QFile::setPermissions(file(name), {});
        }
        const QStringList arguments{"create", file("secret"), "-", "-f", "v4-stream"};
        const Outcome stopped = cloop_as_nobody(arguments);
        QCOMPARE(stopped.status, 1);
        QVERIFY(stopped.err.contains("secret/one") && stopped.err.contains("secret/two"));
        const Outcome went_on = cloop_as_nobody(arguments + QStringList{"--keep-going"});
        QCOMPARE(went_on.status, 2);
        QVERIFY(write_file(file("open.cloop"), went_on.out));
        QCOMPARE(cloop({"ls", "open.cloop"}).out, QByteArray("open\n"));
    }

    void a_folder_of_odd_things_becomes_an_image() {
        const std::string odd = file("odd").toStdString();
        QVERIFY(QDir(path()).mkpath("odd"));
        QVERIFY(write_file(file("odd/plain"), "plain"));
        const int latin1 = ::open((odd + "/caf\xE9").c_str(), O_WRONLY | O_CREAT, 0644);
        QVERIFY(latin1 >= 0 && ::write(latin1, "latin", 5) == 5);
        ::close(latin1);
        QVERIFY(::symlink("nowhere", (odd + "/dangling").c_str()) == 0);
        QVERIFY(::symlink("loop", (odd + "/loop").c_str()) == 0);
        QVERIFY(::symlink("..", (odd + "/up").c_str()) == 0);
        sockaddr_un address{.sun_family = AF_UNIX};
        const std::string socket_path = odd + "/socket";
        QVERIFY(socket_path.size() < sizeof address.sun_path);
        std::copy(socket_path.begin(), socket_path.end(), address.sun_path);
        const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QVERIFY(::bind(listening, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);

        const Outcome made = cloop({"create", "odd", "odd.cloop"});
        ::close(listening);
        QVERIFY2(made.status == 0, made.err.constData());
        QDir(path()).mkdir("even");
        QVERIFY2(cloop({"get", "odd.cloop", "/", "even"}).status == 0, "everything comes out");
        const QStringList list{"-c", "LC_ALL=C find . ! -name . -printf '%p %y %l\\n' | LC_ALL=C sort"};
        QCOMPARE(run("sh", list, {}, file("even")).out, run("sh", list, {}, file("odd")).out);
        QCOMPARE(run("diff", {"-r", "--no-dereference", "-x", "socket", file("odd"), file("even")}).out, QByteArray());
    }
};

QTEST_GUILESS_MAIN(BadLuckTest)
#include "bad_luck_test.moc"
