// SPDX-License-Identifier: GPL-3.0-or-later
// Opening below a folder never follows links.

#include "file/open_beneath.h"
#include "support/program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cstddef>
#include <functional>
#include <thread>

using namespace cloop;

class OpenBeneathTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    UniqueFd root_;

    /// Runs `work` with openat2() refused by this errno, as on old kernels or in containers; 0: not refused.
    static void with_openat2(int refusal, const std::function<void()> &work) {
        std::thread([&] {
            sock_filter lines[] = {
                BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
                BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<unsigned>(refusal)),
                BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
            };
            const sock_fprog program{static_cast<unsigned short>(std::size(lines)), lines};
            if (refusal != 0 && (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0))
                return;
            work();
        }).join();
    }

    static void add_systems() {
        QTest::addColumn<int>("refusal");
        QTest::newRow("openat2") << 0;
        if (test::is_emulated) return;  // it refuses no call
        QTest::newRow("an older system") << ENOSYS;
        QTest::newRow("a container that forbids it") << EPERM;
    }

private slots:
    void initTestCase() {
        QDir dir(folder_.path());
        QVERIFY(dir.mkpath("root/a/b") && dir.mkpath("outside"));
        QVERIFY(test::write_file(folder_.filePath("root/a/b/file"), "inside"));
        QVERIFY(test::write_file(folder_.filePath("outside/file"), "secret"));
        const std::string at = folder_.path().toStdString() + "/root/";
        QVERIFY(::symlink("../outside", (at + "out").c_str()) == 0);
        QVERIFY(::symlink("a", (at + "in").c_str()) == 0);
        QVERIFY(::symlink("a/b/file", (at + "link").c_str()) == 0);
        root_ = UniqueFd(::open(at.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    }
    void cleanupTestCase() { test::run("rm", {"-rf", folder_.path()}); }

    void a_path_without_links_opens_data() { add_systems(); }
    void a_path_without_links_opens() {
        QFETCH(int, refusal);
        QByteArray got;
        with_openat2(refusal, [&] {
            const UniqueFd file = open_beneath(root_.get(), "a/b/file", O_RDONLY);
            got.resize(6);
            if (::read(file.get(), got.data(), 6) != 6 || !open_beneath(root_.get(), ".", O_RDONLY | O_DIRECTORY)) got.clear();
        });
        QCOMPARE(got, QByteArray("inside"));
    }

    void links_and_ways_out_do_not_data() { add_systems(); }
    void links_and_ways_out_do_not() {
        QFETCH(int, refusal);
        with_openat2(refusal, [&] {
            for (const char *path : {"out/file", "in/b/file", "link", "out", "a/../../outside/file", "../outside/file", "a/b/file/x"}) {
                errno = 0;
                const UniqueFd opened = open_beneath(root_.get(), path, O_RDONLY);
                QVERIFY2(!opened && errno != 0, path);
            }
        });
    }

    void a_path_may_be_longer_than_the_system_takes_data() { add_systems(); }
    void a_path_may_be_longer_than_the_system_takes() {
        QFETCH(int, refusal);
        std::string path;
        UniqueFd at(::dup(root_.get()));
        for (int i = 0; i < 30; ++i) {
            const std::string name = std::string(240, 'n') + std::to_string(i);
            ::mkdirat(at.get(), name.c_str(), 0755);
            at = UniqueFd(::openat(at.get(), name.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
            path += (path.empty() ? "" : "/") + name;
        }
        QVERIFY(path.size() > 7000);
        const UniqueFd made(::openat(at.get(), "file", O_WRONLY | O_CREAT, 0644));
        QVERIFY(made);
        with_openat2(refusal, [&] {
            QVERIFY(open_beneath(root_.get(), path + "/file", O_RDONLY));
            QVERIFY(!open_beneath(root_.get(), path + "/none", O_RDONLY));
        });
    }
};

QTEST_GUILESS_MAIN(OpenBeneathTest)
#include "open_beneath_test.moc"
