// SPDX-License-Identifier: GPL-3.0-or-later
// Images whose disc is taken away while cloop-fuse serves them: readers wait, or fail soon, and go on once the same image is back.

#include "base/unique_fd.h"
#include "support/command_folder.h"
#include "support/served_image.h"

#include <QTest>

#include <sys/statvfs.h>

#include <future>
#include <random>

using namespace cloop;
using namespace cloop::test;

namespace {

constexpr qint64 far = 3'000'000;  ///< beyond what the kernel has read ahead
constexpr qint64 length = 3000;

} // namespace

class FuseAwayTest : public QObject, private CommandFolder {
    Q_OBJECT

    QString server() const { return program("cloop-fuse"); }

    /// Bytes of a served file, or an errno: 0 if they are right.
    int read_at(const QString &name, qint64 offset) const {
        const UniqueFd fd(::open(QFile::encodeName(name), O_RDONLY | O_CLOEXEC));
        if (!fd) return errno;
        QByteArray bytes(length, '\0');
        const auto got = ::pread(fd.get(), bytes.data(), std::size_t(bytes.size()), offset);
        if (got < 0) return errno;
        return bytes == content_.mid(offset, length) ? 0 : -1;
    }

    std::future<int> start_reading(const QString &name, qint64 offset) const {
        return std::async(std::launch::async, [this, name, offset] { return read_at(name, offset); });
    }

    static bool is_done(const std::future<int> &reading, std::chrono::milliseconds within) {
        return reading.wait_for(within) == std::future_status::ready;
    }

    /// Puts a copy of a file in the place of another one at once.
    bool put(const QString &copied, const QString &place) const {
        QFile::remove(file("copy"));
        return QFile::copy(file(copied), file("copy")) && ::rename(QFile::encodeName(file("copy")), QFile::encodeName(file(place))) == 0;
    }

    QByteArray content_;

public:
    FuseAwayTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        if (const QString why = why_without_fuse(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(QDir(path()).mkpath("tree") && QDir(path()).mkpath("other") && QDir(path()).mkpath("disc/KNOPPIX"));
        // Noise, so that bytes far from each other lie far from each other in the image too.
        const auto made = [](unsigned seed) {
            QByteArray bytes(4'000'000, '\0');
            std::minstd_rand random(seed);
            for (char &byte : bytes) byte = char(random() >> 8);
            return bytes;
        };
        content_ = made(1);
        QVERIFY(write_file(file("tree/large"), content_));
        QVERIFY(write_file(file("other/large"), made(2)));
        QCOMPARE(cloop({"create", "tree", "sound"}).status, 0);
        QCOMPARE(cloop({"create", "other", "another"}).status, 0);
        QVERIFY(write_file(file("cut"), read_file(file("sound")).chopped(1000)));
        QVERIFY(QFile::copy(file("sound"), file("disc/KNOPPIX/KNOPPIX")));
        QCOMPARE(cloop({"create", "disc", "outer.cloop"}).status, 0);
    }

    void init() { QVERIFY(put("sound", "image.cloop")); }

    void after_sighup_readers_wait_for_the_same_image() {
        FuseMount mount(server(), {file("image.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        QCOMPARE(read_at(mount.path("large"), 0), 0);
        QVERIFY(mount.holds("image.cloop"));
        mount.send(SIGHUP);
        QVERIFY(is_true_within(30'000, [&] { return !mount.holds("image.cloop"); }));
        auto reading = start_reading(mount.path("large"), far);
        // It is not opened again as long as it has not been away.
        QVERIFY(!is_done(reading, std::chrono::milliseconds(1200)));
        QVERIFY(!mount.holds("image.cloop"));
        for (const char *wrong : {"another", "cut"}) {
            QVERIFY(put(wrong, "image.cloop"));
            QVERIFY(!is_done(reading, std::chrono::milliseconds(1200)));
        }
        QVERIFY(put("sound", "image.cloop"));
        QVERIFY(is_done(reading, std::chrono::milliseconds(30'000)));
        QCOMPARE(reading.get(), 0);
        QVERIFY(mount.holds("image.cloop"));
    }

    void the_disc_that_was_out_is_taken_again() {
        FuseMount mount(server(), {file("image.cloop"), "--content"}, file("served"));
        QVERIFY(mount.is_served());
        const QString content = mount.path("image.iso");
        mount.send(SIGHUP);
        QVERIFY(is_true_within(30'000, [&] { return !mount.holds("image.cloop"); }));
        QVERIFY(QFile::rename(file("image.cloop"), file("elsewhere.cloop")));
        auto reading = std::async(std::launch::async, [&] { return read_file(content).size(); });
        QVERIFY(reading.wait_for(std::chrono::milliseconds(1200)) != std::future_status::ready);
        QVERIFY(QFile::rename(file("elsewhere.cloop"), file("image.cloop")));
        QVERIFY(reading.wait_for(std::chrono::milliseconds(30'000)) == std::future_status::ready);
        QCOMPARE(reading.get(), QFileInfo(content).size());
    }

    void sigcont_takes_back_what_was_not_ejected() {
        FuseMount mount(server(), {file("image.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        mount.send(SIGHUP);
        QVERIFY(is_true_within(30'000, [&] { return !mount.holds("image.cloop"); }));
        auto reading = start_reading(mount.path("large"), far);
        QVERIFY(!is_done(reading, std::chrono::milliseconds(700)));
        mount.send(SIGCONT);
        QVERIFY(is_done(reading, std::chrono::milliseconds(30'000)));
        QCOMPARE(reading.get(), 0);
    }

    void while_readers_wait_names_are_answered_and_killed_readers_end() {
        FuseMount mount(server(), {file("image.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        mount.send(SIGHUP);
        QVERIFY(is_true_within(30'000, [&] { return !mount.holds("image.cloop"); }));
        std::vector<std::unique_ptr<QProcess>> readers;
        for (int i = 0; i < 16; ++i) {
            readers.push_back(std::make_unique<QProcess>());
            const QString flag = i % 2 ? "iflag=direct" : "iflag=fullblock";
            readers.back()->start("dd", {"if=" + mount.path("large"), "of=/dev/null", "bs=4096", "count=1", QString("skip=%1").arg(60 * i), flag});
            QVERIFY(readers.back()->waitForStarted());
        }
        QTest::qWait(500);
        auto names = std::async(std::launch::async, [&] {
            struct statvfs status {};
            return QFileInfo(mount.path("nothing")).exists() || ::statvfs(QFile::encodeName(mount.path()), &status) != 0;
        });
        const bool are_answered = names.wait_for(std::chrono::milliseconds(30'000)) == std::future_status::ready;
        for (const auto &reader : readers) reader->kill();
        for (const auto &reader : readers) QVERIFY(reader->waitForFinished(30'000));
        QVERIFY(are_answered && !names.get());
        QVERIFY(put("sound", "image.cloop"));
        QVERIFY(is_true_within(30'000, [&] { return read_at(mount.path("large"), far) == 0; }));
    }

    void sigterm_ends_it_while_a_reader_waits() {
        FuseMount mount(server(), {file("image.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        mount.send(SIGHUP);
        QVERIFY(is_true_within(30'000, [&] { return !mount.holds("image.cloop"); }));
        auto reading = start_reading(mount.path("large"), far);
        QVERIFY(!is_done(reading, std::chrono::milliseconds(500)));
        mount.send(SIGTERM);
        QVERIFY(mount.ends());
        QVERIFY(is_done(reading, std::chrono::milliseconds(30'000)));
        QVERIFY(reading.get() > 0);
    }

    void an_image_on_a_medium_that_goes_fails_soon_and_comes_back_data() {
        QTest::addColumn<QStringList>("outer");
        QTest::addColumn<QString>("inner");
        QTest::addColumn<bool>("is_unmounted");
        QTest::newRow("a file") << QStringList{"outer.cloop"} << "/KNOPPIX/KNOPPIX" << false;
        QTest::newRow("a file in an ISO") << QStringList{"outer.cloop", "--content"} << "/outer.iso:/KNOPPIX/KNOPPIX" << false;
        QTest::newRow("a file, whose name is gone too") << QStringList{"outer.cloop"} << "/KNOPPIX/KNOPPIX" << true;
    }
    void an_image_on_a_medium_that_goes_fails_soon_and_comes_back() {
        QFETCH(QStringList, outer);
        QFETCH(QString, inner);
        QFETCH(bool, is_unmounted);
        auto medium = std::make_unique<FuseMount>(server(), outer, file("medium"), ::geteuid(), path());
        QVERIFY(medium->is_served());
        FuseMount mount(server(), {medium->path() + inner}, file("served"));
        QVERIFY(mount.is_served());
        QCOMPARE(read_at(mount.path("large"), 0), 0);
        medium->die();
        if (is_unmounted) medium->take_off();
        for (const qint64 at : {far, far / 3}) {
            auto reading = start_reading(mount.path("large"), at);
            QVERIFY(is_done(reading, std::chrono::milliseconds(30'000)));
            QCOMPARE(reading.get(), EIO);
        }
        medium = nullptr;
        medium = std::make_unique<FuseMount>(server(), outer, file("medium"), ::geteuid(), path());
        QVERIFY(medium->is_served());
        QVERIFY(is_true_within(30'000, [&] { return read_at(mount.path("large"), far) == 0; }));
    }

    void a_medium_that_is_back_soon_costs_no_error() {
        auto medium = std::make_unique<FuseMount>(server(), QStringList{file("outer.cloop")}, file("medium"));
        QVERIFY(medium->is_served());
        FuseMount mount(server(), {medium->path("KNOPPIX/KNOPPIX")}, file("served"));
        QVERIFY(mount.is_served());
        medium = nullptr;
        auto reading = start_reading(mount.path("large"), far);
        QVERIFY(!is_done(reading, std::chrono::milliseconds(300)));
        medium = std::make_unique<FuseMount>(server(), QStringList{file("outer.cloop")}, file("medium"));
        QVERIFY(medium->is_served());
        QVERIFY(is_done(reading, std::chrono::milliseconds(30'000)));
        QCOMPARE(reading.get(), 0);
    }

    /// The file that is open is lost for ever, though its name leads to the same image.
    void a_medium_that_was_mounted_anew_between_two_reads_is_not_missed() {
        auto medium = std::make_unique<FuseMount>(server(), QStringList{file("outer.cloop")}, file("medium"));
        QVERIFY(medium->is_served());
        FuseMount mount(server(), {medium->path("KNOPPIX/KNOPPIX")}, file("served"));
        QVERIFY(mount.is_served());
        medium = nullptr;
        medium = std::make_unique<FuseMount>(server(), QStringList{file("outer.cloop")}, file("medium"));
        QVERIFY(medium->is_served());
        QCOMPARE(read_at(mount.path("large"), far), 0);
    }
};

QTEST_GUILESS_MAIN(FuseAwayTest)
#include "fuse_away_test.moc"
