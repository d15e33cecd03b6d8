// SPDX-License-Identifier: GPL-3.0-or-later
// Other computers that lie, die, freeze, or sit behind bad cables: the image is the one that this computer makes alone.
// Usually three random schedules of faults; with CLOOPSMITH_ALL twenty, and networks that are slow, lossy and cut (as root).

#include "support/cluster_of_processes.h"

#include <unistd.h>

using namespace cloop::test;

class ClusterFaultsTest : public QObject, ClusterOfProcesses {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(prepare()); }

    void a_worker_of_another_version_helps_only_if_it_may() {
        if (!has_odd_workers) QSKIP("with sanitizers nothing is preloaded");
        auto making = maker(small_, {"--no-local"});
        auto other = worker({}, {"ODD_LIBLZMA=4.0"});
        QVERIFY(making->has_said("encoders have other versions"));
        QVERIFY2(other->has_said("not helping, because the encoders here have other versions"), other->words().constData());
        const auto same = worker();
        VERIFY_MADE(making, small_);
        QVERIFY(!other->words().contains("encodes with"));
        QVERIFY2(other->has_said("the server does not answer"), other->words().constData());
        making = maker(small_, {"--no-local", "--any-version"});
        other = worker({}, {"ODD_LIBLZMA=4.0"});
        VERIFY_MADE(making, small_);
        QVERIFY(other->words().contains("encodes with"));
    }

    void liars_are_named_and_shut_out() {
        if (!has_odd_workers) QSKIP("with sanitizers nothing is preloaded");
        const auto making = maker(large_, {"--no-local"});
        const char *const lies[] = {"flip", "short", "other"};
        std::vector<std::unique_ptr<Running>> liars;
        for (const char *lie : lies) liars.push_back(worker({}, {QString("ODD_ANSWERS=%1").arg(lie)}));
        for (const auto &liar : liars)
            QVERIFY2(liar->has_said("shut out, because blocks from here were wrong"), (liar->words() + making->words()).constData());
        const auto honest = worker();
        QCOMPARE(making->status(), 0);
        QCOMPARE(run(program_, {"extract", image(), "-"}).out.left(qsizetype(QFileInfo(large_.path).size())), read_file(large_.path));
        QVERIFY(is_nothing_left());
        QCOMPARE(making->words().count(" is shut out, because 3 of its blocks were wrong"), 3);
    }

    /// One batch: the third answer is found wrong when the liar has nothing left to answer.
    void a_liar_without_work_hears_that_it_is_shut_out() {
        if (!has_odd_workers) QSKIP("with sanitizers nothing is preloaded");
        const Source tiny{dir_.filePath("tiny"), {}, {}};
        QVERIFY(write_file(tiny.path, content(64 << 10)));
        const auto making = maker(tiny, {"--no-local"});
        const auto liar = worker({}, {"ODD_ANSWERS=flip"});
        QVERIFY2(liar->has_said("shut out, because blocks from here were wrong"), (liar->words() + making->words()).constData());
        const auto honest = worker();
        QCOMPARE(making->status(), 0);
    }

    /// As in a virtual machine that was paused: for longer than the maker may be silent.
    void a_worker_that_stood_still_goes_on() {
        const auto making = maker(large_, {"--no-local"});
        const auto helper = worker({"--once"});
        QVERIFY(helper->has_said("encodes with"));
        helper->send(SIGSTOP);
        QTest::qWait(8000);
        helper->send(SIGCONT);
        QCOMPARE(making->status(), 0);
        QCOMPARE(helper->status(), 0);
    }

    void random_faults_do_no_harm_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= (wants_all() ? 20u : 3u); ++seed) QTest::addRow("%u", seed) << seed;
    }
    void random_faults_do_no_harm() {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const Source &source = wants_all() ? large_ : small_;
        const auto making = maker(source, random.bounded(2) ? QStringList{"--no-local"} : QStringList{});
        std::vector<std::unique_ptr<Running>> workers;
        QByteArray story;
        const auto join = [&] {
            QStringList odd;
            const char *const lies[] = {"flip", "short", "other", "huge"};
            if (random.bounded(3) == 0 && has_odd_workers) odd << QString("ODD_ANSWERS=%1").arg(lies[random.bounded(4)]);
            story += " join(" + odd.join("").toUtf8() + ")";
            workers.push_back(worker({}, odd));
        };
        join();
        join();
        for (int faults = 0; faults < 8 && making->is_running(); ++faults) {
            QTest::qWait(static_cast<int>(random.bounded(100, 900)));
            Running &one = *workers[random.bounded(static_cast<quint32>(workers.size()))];
            switch (random.bounded(6)) {
            case 0:
                one.send(SIGKILL);
                story += " kill";
                break;
            case 1:
                one.send(SIGSTOP);
                story += " freeze";
                break;
            case 2:
                one.send(SIGCONT);
                story += " thaw";
                break;
            case 3:
                one.send(SIGTERM);
                story += " leave";
                break;
            case 4:
                kill_server();
                story += " kill-server";
                break;
            default: join(); break;
            }
        }
        const auto last = worker();
        const int status = making->status(200'000);
        QVERIFY2(status == 0, (story + "\n" + making->words()).constData());
        QVERIFY2(read_file(image()) == source.image, story.constData());
        QVERIFY2(is_nothing_left(), story.constData());
    }

    void a_bad_network_does_no_harm_data() {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("is_cut");
        QTest::newRow("delay") << QByteArray("netem delay 50ms") << false;
        QTest::newRow("loss") << QByteArray("netem delay 5ms loss 2%") << false;
        QTest::newRow("slow") << QByteArray("tbf rate 20mbit burst 32kbit latency 400ms") << false;
        QTest::newRow("cut") << QByteArray("pfifo") << true;
    }
    /// Two network namespaces of this computer: one worker behind a bad cable, one beside the maker.
    void a_bad_network_does_no_harm() {
        QFETCH(QByteArray, fault);
        QFETCH(bool, is_cut);
        if (!wants_all()) QSKIP("./dev test --all does it");
        if (::geteuid() != 0) QSKIP("network namespaces are for root");
        const QString near = QString("cloopn%1").arg(::getpid()), far = QString("cloopf%1").arg(::getpid());
        const auto ip = [](const QString &words) { return run("ip", words.split(' ')).status == 0; };
        const auto in = [](const QString &space) { return QStringList{"ip", "netns", "exec", space}; };
        const auto clean = qScopeGuard([&] {
            ip("netns del " + near);
            ip("netns del " + far);
        });
        QVERIFY(ip("netns add " + near) && ip("netns add " + far) && ip("link add cl0 netns " + near + " type veth peer name cl1 netns " + far));
        QVERIFY(ip("-n " + near + " addr add 10.97.0.1/24 dev cl0") && ip("-n " + near + " link set cl0 up") && ip("-n " + near + " link set lo up"));
        QVERIFY(ip("-n " + far + " addr add 10.97.0.2/24 dev cl1") && ip("-n " + far + " link set cl1 up"));
        if (run("ip", in(far).mid(1) + QString("tc qdisc add dev cl1 root %1").arg(QString(fault)).split(' ')).status != 0)
            QSKIP("this kernel has no such queue");
        const auto making = maker(large_, {"--no-local", "--listen", "0.0.0.0"}, in(near));
        QVERIFY2(url_.contains("@10.97.0.1:"), url_.constData());
        const auto remote = worker({}, {}, in(far));
        QVERIFY2(remote->has_said("encodes with"), remote->words().constData());
        if (is_cut) QVERIFY(ip("-n " + far + " link set cl1 down"));
        const auto beside = worker({}, {}, in(near));
        VERIFY_MADE(making, large_);
    }
};

QTEST_GUILESS_MAIN(ClusterFaultsTest)
#include "cluster_faults_test.moc"
