// SPDX-License-Identifier: GPL-3.0-or-later
// A file or drive as a stream: undamaged, or past damage.

#include "source/source_stream.h"
#include "support/faulty_source.h"

#include <QTest>

using namespace cloop;
using test::Bytes;
using test::FaultySource;

class SourceStreamTest : public QObject {
    Q_OBJECT

    static constexpr std::size_t size_ = 300'000;

    static Result<Bytes> read_all(SourceStream &stream) {
        Bytes bytes;
        std::vector<std::byte> piece(65'536);
        for (;;) {
            const auto got = stream.read(piece);
            if (!got) return std::unexpected(got.error());
            if (*got == 0) return bytes;
            bytes.insert(bytes.end(), piece.begin(), piece.begin() + std::ptrdiff_t(*got));
        }
    }

private slots:
    void a_bad_sector_ends_the_stream_where_nobody_asked_to_go_on() {
        SourceStream stream(std::make_shared<FaultySource>(test::make_content(size_), std::vector<FaultySource::Fault>{{100'000, 100'001}}));
        const auto read = read_all(stream);
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::read_failed);
    }

    void bad_sectors_cost_themselves_and_each_run_is_told_once() {
        // A run that continues in the next piece, a single one, and one at the end.
        const std::vector<FaultySource::Fault> faults{{61'440, 71'680}, {204'800, 204'801}, {299'008, size_}};
        const Bytes content = test::make_content(size_);
        std::vector<Error> told;
        SourceStream stream(std::make_shared<FaultySource>(content, faults), [&](const Error &error) { told.push_back(error); });
        const Bytes read = read_all(stream).value();
        Bytes expected = content;
        const std::vector<std::pair<std::size_t, std::size_t>> lost{{61'440, 10'240}, {204'800, 2'048}, {299'008, size_ - 299'008}};
        for (const auto &[at, size] : lost) std::fill_n(expected.begin() + std::ptrdiff_t(at), size, std::byte{0});
        QVERIFY(read == expected);
        QCOMPARE(told.size(), lost.size());
        for (std::size_t i = 0; i < lost.size(); ++i) {
            QVERIFY(told[i].code == ErrorCode::bytes_lost);
            QCOMPARE(told[i].sys, EIO);
            QCOMPARE(told[i].offset, std::uint64_t(lost[i].first));
            QCOMPARE(told[i].detail, std::to_string(lost[i].second));
        }
    }
};

QTEST_GUILESS_MAIN(SourceStreamTest)
#include "source_stream_test.moc"
