// SPDX-License-Identifier: GPL-3.0-or-later
// Other computers, played by processes: real servers and real workers make the image that this computer makes alone, or there is a clear error; and
// afterwards no process and no file is left.

#include "cluster/work_stream.h"
#include "support/cluster_of_processes.h"

using namespace cloop;
using namespace cloop::test;

namespace {

/// A nats-server that was there before: its configuration, and a folder for what that names.
class GivenServer {
public:
    explicit GivenServer(const QByteArray &configuration) {
        write_file(folder.filePath("conf"), "host: 127.0.0.1\nport: -1\nports_file_dir: \"" + folder.path().toUtf8() + "\"\n" + configuration);
    }
    bool start(const QByteArray &jetstream = "jetstream {}") {
        write_file(folder.filePath("conf"), read_file(folder.filePath("conf")) + jetstream + "\n");
        server_ = std::make_unique<Running>(QStringList{"nats-server", "-c", folder.filePath("conf"), "-sd", folder.path()},
                                            QStringList{"PATH=/usr/sbin:/usr/bin:/bin"});
        for (int i = 0; i < 500 && place.isEmpty(); ++i) {
            QTest::qWait(20);
            for (const QString &file : QDir(folder.path()).entryList({"*.ports"}))
                place = QRegularExpression("[0-9.]+:[0-9]+").match(QString::fromUtf8(read_file(folder.filePath(file)))).captured().toUtf8();
        }
        if (place.isEmpty()) qWarning() << server_->words();
        return !place.isEmpty();
    }
    QTemporaryDir folder;
    QByteArray place;  ///< ADDRESS:PORT

private:
    std::unique_ptr<Running> server_;
};

} // namespace

class ClusterTest : public QObject, ClusterOfProcesses {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(prepare()); }

    void two_workers_make_the_same_image() {
        const auto making = maker(small_, {"--no-local"});
        const auto first = worker({"--once"}), second = worker({"--once"});
        VERIFY_MADE(making, small_);
        QCOMPARE(making->words().count(" helps, with 1 thread."), 2);
        QCOMPARE(first->status(), 0);
        QCOMPARE(second->status(), 0);
        QVERIFY(first->words().contains("finished: "));
    }

    void nobody_is_needed() {
        const auto making = maker(small_);
        VERIFY_MADE(making, small_);
    }

    void an_image_is_converted_by_others() {
        QFile::remove(image());
        Running making({program_, "convert", small_.reference, image(), "-l", "12", "-B", "32K", "-t", "1", "--cluster", "--no-local"},
                       environment());
        QVERIFY(making.has_said("cloop worker nats://"));
        url_ = QRegularExpression("nats://\\S+").match(QString::fromUtf8(making.words())).captured().toUtf8();
        const auto helper = worker();
        VERIFY_MADE(&making, small_);
    }

    void a_wrong_token_or_certificate_is_refused() {
        const auto making = maker(small_, {"--no-local"});
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

    void a_stop_ends_all() {
        const auto making = maker(large_);
        const auto helper = worker({"--once"});
        QVERIFY(helper->has_said("encodes with deflate 12"));
        making->send(SIGINT);
        QCOMPARE(making->status(10'000), 130);
        // Sooner than it finds out by the maker's silence, which takes six seconds.
        QCOMPARE(helper->status(5000), 0);
        QVERIFY(is_nothing_left());
        QVERIFY(!QFile::exists(image()));
    }

    void a_killed_maker_leaves_nothing() {
        const auto making = maker(large_);
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
        for (int delay = 0; delay < 200; delay += 20) {
            Running making({program_, "create", "--force", small_.path, image(), "--cluster", "--no-local"}, environment());
            QTest::qWait(delay);
            making.send(SIGKILL);
            QCOMPARE(making.status(), -1);
            QVERIFY2(is_nothing_left(), qPrintable(QString::number(delay)));
        }
    }

    void a_folder_that_takes_no_server_is_named() {
        const auto made = run(program_, {"create", small_.path, image(), "--cluster"}, {}, {}, {"TMPDIR=/proc"});
        QCOMPARE(made.status, 1);
        QVERIFY2(made.err.contains("/proc/cloop-nats-") && made.err.contains("No such file"), made.err.constData());
    }

    void options_that_do_not_fit_are_refused() {
        QVERIFY(run(program_, {"create", small_.path, image(), "--no-local"}).err.contains("belong to --cluster"));
        QVERIFY(run(program_, {"create", small_.path, image(), "--cluster", "nats://h:x"}).err.contains("(at PORT)"));
        QVERIFY(run(program_, {"create", small_.path, image(), "--cluster", "--listen", "there"}).err.contains("--listen takes an address"));
        QCOMPARE(run(program_, {"create", small_.path, image(), "--cluster", "-B", "32M"}).status, 1);
        QVERIFY(!QFile::exists(image()));
        QVERIFY(is_nothing_left());
    }

    void a_given_server_is_used_and_left_empty() {
        GivenServer server("authorization { user: \"me\", password: \"it's me\" }\n");
        QVERIFY(server.start());
        url_ = "nats://me:it%27s%20me@" + server.place;
        const auto streams = [&](bool removes = false) {
            const auto parsed = ClusterUrl::parse(url_.toStdString());
            const auto connection = NatsConnection::connect(*parsed, "test");
            jsCtx *context = nullptr;
            if (!connection || natsConnection_JetStream(&context, connection->get(), nullptr) != NATS_OK) return -1;
            jsStreamNamesList *list = nullptr;
            const int count = js_StreamNames(&list, context, nullptr, nullptr) == NATS_OK ? list->Count : 0;
            for (int i = 0; removes && i < count; ++i) js_DeleteStream(context, list->List[i], nullptr, nullptr);
            jsStreamNamesList_Destroy(list);
            jsCtx_Destroy(context);
            return count;
        };
        const auto one = maker(large_, {url_, "--no-local"}), other = maker(large_, {url_, "--no-local"});
        QTRY_COMPARE_WITH_TIMEOUT(streams(), 2, 40'000);
        // Makers whose streams are lost before anybody helps make them anew.
        QCOMPARE(streams(true), 2);
        QTRY_COMPARE_WITH_TIMEOUT(streams(), 2, 40'000);
        // Two makers are killed: of one the worker takes the stream away, of the other, where no worker is, the next maker.
        auto helper = worker();
        QVERIFY(helper->has_said("encodes with"));
        one->send(SIGKILL);
        other->send(SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(streams(), 1, 40'000);
        const auto making = maker(small_, {url_, "--no-local"});
        VERIFY_MADE(making, small_);
        QCOMPARE(streams(), 0);
        url_ = "nats://me:wrong@" + server.place;
        const auto refused = maker(small_, {url_});
        QCOMPARE(refused->status(), 1);
        QVERIFY(refused->words().contains("refuses the token, password or key"));
    }

    void a_server_without_streams_is_named() {
        GivenServer server({});
        QVERIFY(server.start({}));
        const auto making = maker(small_, {"nats://" + server.place});
        QCOMPARE(making->status(), 1);
        QVERIFY2(making->words().contains("keeps no streams"), making->words().constData());
    }

    void a_server_without_room_for_the_stream_is_named() {
        GivenServer server({});
        QVERIFY(server.start("jetstream { max_mem: 100MB }"));
        const auto making = maker(small_, {"nats://" + server.place});
        QCOMPARE(making->status(), 1);
        QVERIFY2(making->words().contains("insufficient memory"), making->words().constData());
        QVERIFY(making->words().contains("256 MiB"));
    }

    /// There is room for one stream, and a maker that was killed has left one.
    void an_orphaned_stream_makes_room_for_the_next() {
        GivenServer server({});
        QVERIFY(server.start("jetstream { max_mem: 300MB }"));
        url_ = "nats://" + server.place;
        const auto killed = maker(large_, {url_, "--no-local"});
        auto helper = worker();
        QVERIFY(helper->has_said("encodes with"));
        helper->send(SIGKILL);
        killed->send(SIGKILL);
        killed->status();
        const auto making = maker(small_, {url_, "--no-local"});
        helper = worker();
        VERIFY_MADE(making, small_);
    }

    void who_comes_and_who_answers_is_proved_data() {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("right");  // of the address; PLACE is ADDRESS:PORT, FOLDER the server's
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("token") << QByteArray("authorization { token: secret }\n") << QByteArray("nats://secret@PLACE") << QByteArray("nats://PLACE")
                               << ErrorCode::cluster_refused;
        QTest::newRow("user") << QByteArray("authorization { user: me, password: secret }\n") << QByteArray("nats://me:secret@PLACE")
                              << QByteArray("nats://me:other@PLACE") << ErrorCode::cluster_refused;
        // The key that the documentation of NATS has as its example.
        const QByteArray key = "UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4";
        QTest::newRow("NKey") << "authorization { users: [ { nkey: " + key + " } ] }\n"
                              << "nats://PLACE?nkey=" + key + "&seed=FOLDER/seed" << QByteArray("nats://PLACE") << ErrorCode::cluster_refused;
        const QByteArray tls = "tls { cert_file: \"FOLDER/certificate\", key_file: \"FOLDER/key\" }\n";
        QTest::newRow("authority") << tls << QByteArray("nats://PLACE?ca=FOLDER/certificate") << QByteArray("nats://PLACE?ca=FOLDER/other")
                                   << ErrorCode::cluster_not_trusted;
        QTest::newRow("no authority") << tls << QByteArray("nats://PLACE?ca=FOLDER/certificate") << QByteArray("tls://PLACE")
                                      << ErrorCode::cluster_not_trusted;
        QTest::newRow("other name") << QByteArray("tls { cert_file: \"FOLDER/other\", key_file: \"FOLDER/key\" }\n")
                                    << QByteArray("nats://PLACE#PRINT") << QByteArray("nats://PLACE?ca=FOLDER/other")
                                    << ErrorCode::cluster_not_trusted;
    }
    void who_comes_and_who_answers_is_proved() {
        QFETCH(QByteArray, configuration);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QFETCH(ErrorCode, refusal);
        QTemporaryDir keys;
        QVERIFY(write_file(keys.filePath("seed"), "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY\n"));
        const auto certify = [&](const char *name, const char *who) {
            const bool has_key = QFile::exists(keys.filePath("key"));
            return run("openssl",
                       QStringList{"req", "-x509", "-subj", "/CN=x", "-days", "30", "-addext", QString("subjectAltName=%1").arg(who), "-out",
                                   keys.filePath(name)} +
                           (has_key ? QStringList{"-key", keys.filePath("key")}
                                    : QStringList{"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", keys.filePath("key")}))
                       .status == 0;
        };
        QVERIFY(certify("certificate", "IP:127.0.0.1") && certify("other", "DNS:elsewhere.invalid"));
        const auto print =
            run("openssl", {"x509", "-in", keys.filePath("other"), "-noout", "-fingerprint", "-sha256"}).out.trimmed().split('=').last();
        GivenServer server(configuration.replace("FOLDER", keys.path().toUtf8()));
        QVERIFY(server.start());
        const auto connect = [&](QByteArray url) {
            url.replace("PLACE", server.place).replace("FOLDER", keys.path().toUtf8()).replace("PRINT", print);
            const auto parsed = ClusterUrl::parse(url.toStdString());
            if (!parsed) return parsed.error();
            const auto connection = NatsConnection::connect(*parsed, "test");
            return connection ? Error{} : connection.error();
        };
        QCOMPARE(connect(right).detail, std::string());
        QCOMPARE(connect(wrong).code, refusal);
    }

    void what_the_server_forbids_is_said_data() {
        QTest::addColumn<QByteArray>("permissions");
        QTest::newRow("presence") << QByteArray("subscribe: { deny: \"cloop.*.presence\" }");
        QTest::newRow("streams") << QByteArray("publish: { deny: \"$JS.API.STREAM.CREATE.>\" }");
        QTest::newRow("requests") << QByteArray("publish: { deny: \"cloop.*.request\" }");
    }
    void what_the_server_forbids_is_said() {
        QFETCH(QByteArray, permissions);
        GivenServer server("authorization { users: [ { user: all, password: x }, { user: few, password: x, permissions: { " + permissions +
                           " } } ] }\n");
        QVERIFY(server.start());
        url_ = "nats://all:x@" + server.place;
        const auto helper = worker();
        const auto making = maker(small_, {"nats://few:x@" + server.place, "--no-local"});
        QCOMPARE(making->status(30'000), 1);
        QVERIFY2(making->words().contains("does not permit") && making->words().contains("Permissions Violation"), making->words().constData());
        QVERIFY(!QFile::exists(image()));
    }

    void what_the_server_forbids_a_worker_is_said() {
        GivenServer server("authorization { users: [ { user: few, password: x, permissions: { subscribe: { deny: \"cloop.notice\" } } } ] }\n");
        QVERIFY(server.start());
        url_ = "nats://few:x@" + server.place;
        const auto helper = worker();
        QCOMPARE(helper->status(30'000), 1);
        QVERIFY2(helper->words().contains("does not permit"), helper->words().constData());
    }
};

QTEST_GUILESS_MAIN(ClusterTest)
#include "cluster_test.moc"
