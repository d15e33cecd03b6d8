// SPDX-License-Identifier: GPL-3.0-or-later
// Other computers, played by processes: real servers, real workers, also such as die, freeze or lie. The image is the one that this computer makes
// alone, or there is a clear error; and afterwards no process and no file is left.
// Usually three random schedules of faults; with CLOOPSMITH_ALL twenty, each fault alone, and networks that are slow, lossy and cut (as root).

#include "cluster/work_stream.h"
#include "support/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace cloop;
using namespace cloop::test;

namespace {

#ifdef ODD_WORKER
constexpr bool has_odd_workers = true;
#else
constexpr bool has_odd_workers = false;
#define ODD_WORKER ""
#endif

bool wants_all() { return qEnvironmentVariableIsSet("CLOOPSMITH_ALL"); }

/// A running program whose standard error is kept.
class Running {
public:
    Running(const QStringList &command, const QStringList &environment) {
        process_.setProgram(command.first());
        process_.setArguments(command.mid(1));
        process_.setEnvironment(QProcess::systemEnvironment() + environment);
        process_.setStandardOutputFile(QProcess::nullDevice());
        process_.start();
        process_.waitForStarted();
    }
    ~Running() {
        if (process_.state() == QProcess::NotRunning) return;
        send(SIGCONT);
        process_.kill();
        process_.waitForFinished();
    }
    /// What it has said so far.
    const QByteArray &words() {
        // Reads what has come, without an event loop.
        process_.waitForReadyRead(1);
        words_ += process_.readAllStandardError();
        return words_;
    }
    bool has_said(const QByteArray &text, int patience_ms = 40'000) {
        QElapsedTimer timer;
        timer.start();
        while (!words().contains(text)) {
            if (timer.elapsed() > patience_ms || process_.state() == QProcess::NotRunning) return words().contains(text);
            QTest::qWait(20);
        }
        return true;
    }
    /// Not to a process that has ended: its number is 0, which is everybody.
    void send(int signal) {
        if (is_running()) ::kill(static_cast<pid_t>(process_.processId()), signal);
    }
    bool is_running() {
        words();
        return process_.state() != QProcess::NotRunning;
    }
    /// Its exit status; −1 if it crashed or does not end.
    int status(int patience_ms = 120'000) {
        QElapsedTimer timer;
        timer.start();
        while (is_running() && timer.elapsed() < patience_ms) QTest::qWait(20);
        words();
        return process_.state() == QProcess::NotRunning && process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
    }

private:
    QProcess process_;
    QByteArray words_;
};

} // namespace

class ClusterTest : public QObject {
    Q_OBJECT

    const QString program_ = BIN_DIR "/cloop";
    QTemporaryDir dir_;
    QString temporary_, source_, reference_;
    QByteArray expected_;
    QByteArray url_;

    /// Words of a small language, which shrink well and slowly, with some zeros.
    static QByteArray content(qsizetype size) {
        QRandomGenerator random(7);
        QByteArray text;
        text.reserve(size);
        while (text.size() < size - size / 8) {
            const quint32 word = random.bounded(4000u);
            for (quint32 i = 0, letters = 2 + word % 7; i < letters; ++i) text += static_cast<char>('a' + (word * (i + 3)) % 26);
            text += ' ';
        }
        return text + QByteArray(size - text.size(), '\0');
    }

    QStringList environment() const { return {"TMPDIR=" + temporary_}; }
    QString image() const { return dir_.filePath("image.cloop"); }

    std::unique_ptr<Running> maker(const QStringList &more = {}, const QStringList &prefix = {}) {
        QFile::remove(image());
        auto running = std::make_unique<Running>(
            prefix + QStringList{program_, "create", source_, image(), "-l", "12", "-B", "32K", "-t", "1", "--cluster"} + more, environment());
        if (!more.join(' ').contains("nats://")) {
            running->has_said("cloop worker nats://");
            url_ = QRegularExpression("nats://\\S+").match(QString::fromUtf8(running->words())).captured().toUtf8();
        }
        return running;
    }
    std::unique_ptr<Running> worker(const QStringList &more = {}, const QStringList &odd = {}, const QStringList &prefix = {}) {
        auto variables = environment() + odd;
        if (!odd.isEmpty()) variables << "LD_PRELOAD=" ODD_WORKER;
        return std::make_unique<Running>(prefix + QStringList{program_, "worker", url_, "-t", "1", "--nice", "0"} + more, variables);
    }

    /// nats-server and its keeper work in a folder in ours.
    QList<pid_t> servers(const QByteArray &name = {}) const {
        QList<pid_t> found;
        for (const QString &entry : QDir("/proc").entryList(QDir::Dirs)) {
            const QString folder = QFile::symLinkTarget("/proc/" + entry + "/cwd");
            if (!folder.startsWith(temporary_ + "/")) continue;
            if (name.isEmpty() || read_file("/proc/" + entry + "/comm") == name + "\n") found << entry.toInt();
        }
        return found;
    }
    void kill_server() {
        for (const pid_t pid : servers("nats-server")) ::kill(pid, SIGKILL);
    }
    bool is_nothing_left() const {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 5000) {
            if (servers().isEmpty() && QDir(temporary_).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) return true;
            QTest::qWait(50);
        }
        qWarning() << servers() << QDir(temporary_).entryList();
        return false;
    }
    bool is_as_expected() const { return read_file(image()) == expected_; }

    /// "… --cluster" ends well, with the right image.
#define VERIFY_MADE(running)                                                                                                                         \
    do {                                                                                                                                             \
        const int status = (running)->status();                                                                                                      \
        QVERIFY2(status == 0, (running)->words().constData());                                                                                       \
        QVERIFY2(is_as_expected(), (running)->words().constData());                                                                                  \
        QVERIFY(is_nothing_left());                                                                                                                  \
    } while (false)

private slots:
    void initTestCase() {
        temporary_ = dir_.filePath("tmp");
        source_ = dir_.filePath("content");
        reference_ = dir_.filePath("alone.cloop");
        QVERIFY(QDir().mkdir(temporary_));
        QVERIFY(write_file(source_, content(12 << 20)));
        QCOMPARE(run(program_, {"create", source_, reference_, "-l", "12", "-B", "32K"}).status, 0);
        expected_ = read_file(reference_);
    }

    void two_workers_make_the_same_image() {
        const auto making = maker({"--no-local"});
        const auto first = worker({"--once"}), second = worker({"--once"});
        VERIFY_MADE(making);
        QCOMPARE(making->words().count(" helps, with 1 thread."), 2);
        QCOMPARE(first->status(), 0);
        QCOMPARE(second->status(), 0);
        QVERIFY(first->words().contains("finished: "));
    }

    void nobody_is_needed() {
        const auto making = maker();
        VERIFY_MADE(making);
    }

    void an_image_is_converted_by_others() {
        QFile::remove(image());
        Running making({program_, "convert", reference_, image(), "-l", "12", "-B", "32K", "-t", "1", "--cluster", "--no-local"}, environment());
        QVERIFY(making.has_said("cloop worker nats://"));
        url_ = QRegularExpression("nats://\\S+").match(QString::fromUtf8(making.words())).captured().toUtf8();
        const auto helper = worker();
        VERIFY_MADE(&making);
    }

    void a_wrong_token_or_certificate_is_refused() {
        const auto making = maker({"--no-local"});
        const QByteArray right = url_;
        url_.replace(url_.indexOf("//") + 2, 4, "zzzz");
        const auto thief = worker();
        QCOMPARE(thief->status(40'000), 1);
        QVERIFY2(thief->words().contains("refuses the token"), thief->words().constData());
        url_ = right;
        url_.replace(url_.indexOf('#') + 1, 4, url_.endsWith("0000") ? "1111" : "0000");
        const auto deceived = worker();
        QCOMPARE(deceived->status(40'000), 1);
        QVERIFY2(deceived->words().contains("certificate is not the one"), deceived->words().constData());
        making->send(SIGINT);
        QCOMPARE(making->status(), 130);
        QVERIFY(is_nothing_left());
    }

    void a_stop_ends_all_within_two_seconds() {
        const auto making = maker();
        const auto helper = worker({"--once"});
        QVERIFY(helper->has_said("encodes with deflate 12"));
        QElapsedTimer timer;
        timer.start();
        making->send(SIGINT);
        QCOMPARE(making->status(), 130);
        QCOMPARE(helper->status(), 0);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(is_nothing_left());
        QVERIFY(!QFile::exists(image()));
    }

    void a_killed_maker_leaves_nothing() {
        const auto making = maker();
        const auto helper = worker();
        QVERIFY(helper->has_said("encodes with deflate 12"));
        QCOMPARE(servers("nats-server").size(), 1);
        QCOMPARE(servers("cloop-keeper").size(), 1);
        making->send(SIGKILL);
        making->status();
        QVERIFY(is_nothing_left());
        QVERIFY(!QFile::exists(image()));
        const auto late = worker();
        QVERIFY2(late->has_said("the server does not answer"), late->words().constData());
    }

    void a_maker_killed_at_its_start_leaves_nothing() {
        for (int delay = 0; delay < 200; delay += 10) {
            Running making({program_, "create", "--force", source_, image(), "--cluster", "--no-local"}, environment());
            QTest::qWait(delay);
            making.send(SIGKILL);
            QCOMPARE(making.status(), -1);
            QVERIFY2(is_nothing_left(), qPrintable(QString::number(delay)));
        }
    }

    void a_folder_that_takes_no_server_is_named() {
        const auto made = run(program_, {"create", source_, image(), "--cluster"}, {}, {}, {"TMPDIR=/proc"});
        QCOMPARE(made.status, 1);
        QVERIFY2(made.err.contains("/proc/cloop-nats-") && made.err.contains("No such file"), made.err.constData());
    }

    void options_that_do_not_fit_are_refused() {
        QVERIFY(run(program_, {"create", source_, image(), "--no-local"}).err.contains("belong to --cluster"));
        QVERIFY(run(program_, {"create", source_, image(), "--cluster", "nats://h:x"}).err.contains("(at PORT)"));
        QVERIFY(run(program_, {"create", source_, image(), "--cluster", "--listen", "there"}).err.contains("--listen takes an address"));
        QCOMPARE(run(program_, {"create", source_, image(), "--cluster", "-B", "32M"}).status, 1);
        QVERIFY(!QFile::exists(image()));
        QVERIFY(is_nothing_left());
    }

    /// A server that is there: a token, or a user with a password; JetStream or not.
    void a_given_server_is_used_and_left_empty() {
        QTemporaryDir state;
        QVERIFY(write_file(state.filePath("conf"), "host: 127.0.0.1\nport: -1\nports_file_dir: \"" + state.path().toUtf8() +
                                                       "\"\nauthorization { user: \"me\", password: \"it's me\" }\njetstream { store_dir: \"" +
                                                       state.path().toUtf8() + "\" }\n"));
        Running server({"nats-server", "-c", state.filePath("conf")}, {"PATH=/usr/sbin:/usr/bin:/bin"});
        QByteArray place;
        for (int i = 0; i < 200 && place.isEmpty(); ++i) {
            QTest::qWait(20);
            for (const QString &file : QDir(state.path()).entryList({"*.ports"}))
                place = QRegularExpression("[0-9.]+:[0-9]+").match(QString::fromUtf8(read_file(state.filePath(file)))).captured().toUtf8();
        }
        QVERIFY2(!place.isEmpty(), server.words().constData());
        url_ = "nats://me:it%27s%20me@" + place;
        const auto streams = [&] {
            const auto parsed = ClusterUrl::parse(url_.toStdString());
            const auto connection = NatsConnection::connect(*parsed, "test");
            jsCtx *context = nullptr;
            if (!connection || natsConnection_JetStream(&context, connection->get(), nullptr) != NATS_OK) return -1;
            jsStreamNamesList *list = nullptr;
            const int count = js_StreamNames(&list, context, nullptr, nullptr) == NATS_OK ? list->Count : 0;
            jsStreamNamesList_Destroy(list);
            jsCtx_Destroy(context);
            return count;
        };
        auto helper = worker();
        // A maker that is killed: the worker takes the stream away.
        auto making = maker({url_, "--no-local"});
        QVERIFY(helper->has_said("encodes with"));
        QCOMPARE(streams(), 1);
        making->send(SIGKILL);
        making->status();
        QTRY_COMPARE_WITH_TIMEOUT(streams(), 0, 40'000);
        // One that is killed where no worker is: the next maker takes it away.
        helper.reset();
        making = maker({url_, "--no-local"});
        QTRY_COMPARE_WITH_TIMEOUT(streams(), 1, 40'000);
        making->send(SIGKILL);
        making->status();
        helper = worker();
        making = maker({url_, "--no-local"});
        VERIFY_MADE(making);
        QCOMPARE(streams(), 0);
        url_ = "nats://me:wrong@" + place;
        const auto refused = maker({url_});
        QCOMPARE(refused->status(), 1);
        QVERIFY(refused->words().contains("refuses the token, password or key"));
    }

    void a_worker_of_another_version_helps_only_if_it_may() {
        if (!has_odd_workers) QSKIP("with sanitizers nothing is preloaded");
        auto making = maker({"--no-local"});
        auto other = worker({}, {"ODD_LIBLZMA=4.0"});
        QVERIFY(making->has_said("encoders have other versions"));
        QVERIFY2(other->has_said("not helping, because the encoders here have other versions"), other->words().constData());
        const auto same = worker();
        VERIFY_MADE(making);
        QVERIFY(!other->words().contains("encodes with"));
        making = maker({"--no-local", "--any-version"});
        other = worker({}, {"ODD_LIBLZMA=4.0"});
        VERIFY_MADE(making);
        QVERIFY(other->words().contains("encodes with"));
    }

    void a_liar_is_named_and_shut_out_data() {
        QTest::addColumn<QString>("lie");
        for (const char *lie : {"flip", "short", "other"}) QTest::newRow(lie) << QString(lie);
    }
    void a_liar_is_named_and_shut_out() {
        if (!has_odd_workers) QSKIP("with sanitizers nothing is preloaded");
        QFETCH(QString, lie);
        const auto making = maker({"--no-local"});
        const auto liar = worker({}, {"ODD_ANSWERS=" + lie});
        QVERIFY2(making->has_said(" is shut out, because 3 of its blocks were wrong"), making->words().constData());
        QVERIFY(liar->has_said("shut out, because blocks from here were wrong"));
        const auto honest = worker();
        VERIFY_MADE(making);
    }

    void random_faults_do_no_harm_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= (wants_all() ? 20u : 3u); ++seed) QTest::addRow("%u", seed) << seed;
    }
    void random_faults_do_no_harm() {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const auto making = maker(random.bounded(2) ? QStringList{"--no-local"} : QStringList{});
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
        QVERIFY2(is_as_expected(), story.constData());
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
        const auto making = maker({"--no-local", "--listen", "0.0.0.0"}, in(near));
        QVERIFY2(url_.contains("@10.97.0.1:"), url_.constData());
        const auto remote = worker({}, {}, in(far));
        QVERIFY2(remote->has_said("encodes with"), remote->words().constData());
        if (is_cut) QVERIFY(ip("-n " + far + " link set cl1 down"));
        const auto beside = worker({}, {}, in(near));
        VERIFY_MADE(making);
    }
};

QTEST_GUILESS_MAIN(ClusterTest)
#include "cluster_test.moc"
