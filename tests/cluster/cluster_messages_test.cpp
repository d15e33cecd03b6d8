// SPDX-License-Identifier: GPL-3.0-or-later
// What maker and workers tell each other, and addresses of servers: there and back, and nothing that is not sound.

#include "base/byte_order.h"
#include "cluster/cluster_messages.h"
#include "cluster/cluster_url.h"

#include <QTest>

using namespace cloop;

class ClusterMessagesTest : public QObject {
    Q_OBJECT

    const ClusterJob job_{random_cluster_id(), {EncoderId::xz, 6, false}, 4096};

    static std::vector<std::byte> some_bytes(std::size_t size) {
        std::vector<std::byte> bytes(size);
        for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(i * 7);
        return bytes;
    }

    std::vector<std::vector<std::byte>> messages() const {
        const auto raw = some_bytes(8192);
        const auto blocks = std::span(raw);
        return {to_bytes(Notice{.job = job_, .blocks_in_request = 16, .done_below = 7, .versions = {"one 1", "two 2"}}),
                to_bytes(Presence{.job = job_.id, .worker = random_cluster_id(), .name = "box", .threads = 3, .wanted = 9}),
                to_bytes(Request{.job = job_, .number = 5, .blocks = {blocks.first(4096), blocks.last(4096)}}),
                to_bytes(Answer{.job = job_.id, .number = 5, .blocks = {{CodecId::xz, blocks.first(100)}, {CodecId::zlib, blocks.first(0)}}}),
                to_bytes(Receipt{.number = 8, .is_shut_out = true})};
    }

    /// Whether any parser takes it as a whole message; an answer without blocks is not.
    static bool is_taken(std::span<const std::byte> bytes) {
        const auto answer = parse_answer(bytes);
        return parse_notice(bytes) || parse_presence(bytes) || parse_request(bytes) || (answer && !answer->blocks.empty()) || parse_receipt(bytes);
    }

private slots:
    void each_message_comes_back() {
        const auto all = messages();
        const auto notice = parse_notice(all[0]);
        QVERIFY(notice && notice->is_known && notice->notice.job == job_);
        QCOMPARE(notice->notice.blocks_in_request, 16u);
        QCOMPARE(notice->notice.done_below, std::uint64_t{7});
        QVERIFY((notice->notice.versions == std::vector<std::string>{"one 1", "two 2"}));
        const auto presence = parse_presence(all[1]);
        QVERIFY(presence && presence->name == "box" && presence->threads == 3 && presence->wanted == 9);
        const auto request = parse_request(all[2]);
        QVERIFY(request && request->job == job_ && request->number == 5 && request->blocks.size() == 2);
        const auto raw = some_bytes(8192);
        QVERIFY(std::ranges::equal(request->blocks[1], std::span(raw).last(4096)));
        const auto answer = parse_answer(all[3]);
        QVERIFY(answer && answer->blocks.size() == 2);
        QCOMPARE(answer->blocks[0].codec, CodecId::xz);
        QVERIFY(std::ranges::equal(answer->blocks[0].bytes, some_bytes(100)));
        const auto receipt = parse_receipt(all[4]);
        QVERIFY(receipt && receipt->number == 8 && receipt->is_shut_out);
    }

    void no_message_is_taken_cut_or_with_more_behind_it() {
        for (auto message : messages()) {
            QVERIFY(is_taken(message));
            for (std::size_t size = 0; size < std::min<std::size_t>(message.size(), 300); ++size) QVERIFY(!is_taken(std::span(message).first(size)));
            QVERIFY(!is_taken(std::span(message).first(message.size() - 1)));
            message.push_back(std::byte{0});
            QVERIFY(!is_taken(message));
        }
    }

    void a_wrong_answer_still_says_whose_it_is() {
        const auto worker = random_cluster_id();
        const auto bytes = some_bytes(100);
        auto message = to_bytes(Answer{.job = job_.id, .worker = worker, .number = 5, .blocks = {{CodecId::xz, bytes}}});
        message.pop_back();
        const auto answer = parse_answer(message);
        QVERIFY(answer && answer->worker == worker && answer->blocks.empty());
    }

    void numbers_beyond_the_limits_are_refused_data() {
        QTest::addColumn<std::size_t>("at");
        QTest::addColumn<quint32>("value");
        // Signature, kind, id, "xz" with its length, level, flag: then the block size.
        const std::size_t block_size = 5 + 16 + 3 + 2;
        QTest::newRow("block size of none") << block_size << 0u;
        QTest::newRow("odd block size") << block_size << 4097u;
        QTest::newRow("block size above what is sent") << block_size << largest_cluster_block + 512;
        QTest::newRow("huge block size") << block_size << 0xfffffe00u;
        QTest::newRow("blocks that are not there") << block_size + 12 << 0x40000000u;
        QTest::newRow("no blocks") << block_size + 12 << 0u;
    }
    void numbers_beyond_the_limits_are_refused() {
        QFETCH(std::size_t, at);
        QFETCH(quint32, value);
        auto message = messages()[2];
        QVERIFY(parse_request(message));
        store_be(message.data() + at, std::uint32_t{value});
        QVERIFY(!parse_request(message));
    }

    void an_unknown_encoder_is_said_not_guessed() {
        auto message = messages()[0];
        message[5 + 16 + 1] = std::byte{'q'};
        const auto notice = parse_notice(message);
        QVERIFY(notice && !notice->is_known);
        auto request = messages()[2];
        request[5 + 16 + 1] = std::byte{'q'};
        QVERIFY(!parse_request(request));
    }

    void addresses_come_back_data() {
        QTest::addColumn<QByteArray>("text");
        const QByteArray print(64, 'a');
        for (const QByteArray &text :
             {QByteArray("nats://box:4222"), QByteArray("tls://box:5"), "nats://T0k@10.0.0.1:4333#" + print,
              QByteArray("nats://me:it%3as%40me@[fe80::1]:4222"), QByteArray("nats://b:1?ca=/etc/a%20b.pem&nkey=UABC&seed=/s")})
            QTest::newRow(text.constData()) << text;
    }
    void addresses_come_back() {
        QFETCH(QByteArray, text);
        const auto url = ClusterUrl::parse(text.toStdString());
        QVERIFY(url);
        QCOMPARE(QByteArray::fromStdString(url->text()), text);
    }

    void a_wrong_address_is_refused_at_the_right_place_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("part");
        const QByteArray print(63, 'a');
        QTest::newRow("scheme") << QByteArray("http://box") << QByteArray("nats://");
        QTest::newRow("no host") << QByteArray("nats://token@") << QByteArray("HOST");
        QTest::newRow("a quote") << QByteArray("nats://b\"ox") << QByteArray("HOST");
        QTest::newRow("port 0") << QByteArray("nats://box:0") << QByteArray("PORT");
        QTest::newRow("port too large") << QByteArray("nats://box:65536") << QByteArray("PORT");
        QTest::newRow("no port") << QByteArray("nats://box:") << QByteArray("PORT");
        QTest::newRow("short fingerprint") << QByteArray("nats://box#" + print) << QByteArray("#FINGERPRINT");
        QTest::newRow("long fingerprint") << QByteArray("nats://box#" + print + "aa") << QByteArray("#FINGERPRINT");
        QTest::newRow("half an escape") << QByteArray("nats://a%4@box") << QByteArray("TOKEN@");
        QTest::newRow("a zero") << QByteArray("nats://a%00@box") << QByteArray("TOKEN@");
        QTest::newRow("unknown option") << QByteArray("nats://box?cat=1") << QByteArray("?cat");
        QTest::newRow("key without seed") << QByteArray("nats://box?nkey=U") << QByteArray("?nkey=KEY&seed=FILE");
    }
    void a_wrong_address_is_refused_at_the_right_place() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, part);
        const auto url = ClusterUrl::parse(text.toStdString());
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::cluster_url_invalid);
        QCOMPARE(QByteArray::fromStdString(url.error().detail), part);
    }
};

QTEST_GUILESS_MAIN(ClusterMessagesTest)
#include "cluster_messages_test.moc"
