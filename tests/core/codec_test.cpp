// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/image_builder.h"

#include <QTest>

#include <lzma.h>

using namespace cloop;
using test::Bytes;

class CodecTest : public QObject {
    Q_OBJECT

private slots:
    void every_encoder_and_level_gives_back_what_it_got_data() {
        QTest::addColumn<int>("encoder");
        QTest::addColumn<int>("level");
        for (const EncoderInfo &info : all_encoders())
            for (int level = info.lowest_level; level <= info.highest_level; ++level)
                QTest::addRow("%s %d", std::string(info.name).c_str(), level) << int(info.id) << level;
    }
    void every_encoder_and_level_gives_back_what_it_got() {
        QFETCH(int, encoder);
        QFETCH(int, level);
        for (const std::size_t size : {512u, 4096u, 65536u}) {
            BlockEncoder block_encoder({EncoderId(encoder), level, false}, size);
            AnyDecoder decoder;
            for (unsigned seed = 1; seed < 4; ++seed) {
                const Bytes raw = test::make_content(size, seed);
                const Encoded encoded = block_encoder.encode(raw);
                const Bytes stored(encoded.bytes.begin(), encoded.bytes.end());
                Bytes back(size);
                const auto decoded = decoder.decode(encoded.codec, stored, back);
                QVERIFY(decoded);
                QCOMPARE(decoded->stored_size, stored.size());
                QCOMPARE(decoded->check == Check::passed, find_codec(encoded.codec)->has_check);
                QVERIFY(back == raw);
                const Encoded again = block_encoder.encode(raw);
                QVERIFY(Bytes(again.bytes.begin(), again.bytes.end()) == stored);
            }
        }
    }

    /// A row of the encoders' table with the wrong codec would make unreadable images.
    void every_encoder_writes_the_codec_of_its_row() {
        for (const EncoderInfo &info : all_encoders()) {
            QVERIFY2(info.make, info.name.data());
            for (const bool for_all_versions : {true, false}) {
                if (!fits(info, for_all_versions)) continue;
                const auto encoder = info.make({info.id, info.default_level, for_all_versions}, 65536);
                const auto encoded = encoder->encode(test::make_content(65536));
                QVERIFY2(encoded, info.name.data());
                if (info.codec) QVERIFY2(encoded->codec == *info.codec, info.name.data());
                const Codec *codec = find_codec(encoded->codec);
                QVERIFY(codec && codec->make_decoder);
                QVERIFY(!for_all_versions || codec->in_all_versions);
                QVERIFY(codec->stores_plain == (encoded->bytes.size() == 65536));
                if (codec->is_begun_by) QVERIFY2(codec->is_begun_by(encoded->bytes), info.name.data());
            }
        }
    }

    /// Each codec needs an encoder, so that it can be tested.
    void every_codec_has_an_encoder_and_a_number_of_four_bits() {
        for (const Codec &codec : all_codecs()) {
            QCOMPARE(find_codec(codec.id), &codec);
            QVERIFY(static_cast<unsigned>(codec.id) < 16);
            // Blocks past a damaged index are found by how they begin, and believed by their check.
            if (codec.has_check) QVERIFY2(codec.is_begun_by, codec.name.data());
            QVERIFY2(std::ranges::any_of(all_encoders(), [&](const EncoderInfo &info) { return info.codec == codec.id; }), codec.name.data());
        }
        for (const EncoderInfo &info : all_encoders())
            if (info.codec) QVERIFY2(find_codec(*info.codec), info.name.data());
        for (const EncoderInfo &info : all_encoders())
            if (info.level_in_best) QVERIFY2(find_codec(*info.codec)->has_check, info.name.data());
    }

    void what_does_not_shrink_is_stored_deflate() {
        Bytes noise(4096);
        std::uint64_t state = 88172645463325252u;
        for (auto &byte : noise) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            byte = static_cast<std::byte>(state);
        }
        for (const EncoderInfo &info : all_encoders()) {
            if (stores_plain(info.id)) continue;
            BlockEncoder encoder({info.id, info.default_level, false}, noise.size());
            QVERIFY(encoder.encode(noise).codec == CodecId::zlib);
        }
    }

    void best_is_no_larger_than_any_other_with_a_check() {
        const Bytes raw = test::make_content(65536, 5);
        const std::size_t best = [&] {
            BlockEncoder encoder({EncoderId::best, 0, false}, raw.size());
            return encoder.encode(raw).bytes.size();
        }();
        for (const auto &[id, level] : {std::pair{EncoderId::deflate, 12}, {EncoderId::zlib, 9}, {EncoderId::xz, 9}}) {
            BlockEncoder encoder({id, level, false}, raw.size());
            QVERIFY(best <= encoder.encode(raw).bytes.size());
        }
    }

    void a_block_that_inflates_to_more_or_less_is_damage_data() {
        QTest::addColumn<int>("codec");
        for (const Codec &codec : all_codecs()) QTest::addRow("%s", codec.name.data()) << int(codec.id);
    }
    void a_block_that_inflates_to_more_or_less_is_damage() {
        QFETCH(int, codec);
        const Bytes stored = test::encode_block(CodecId(codec), test::make_content(8192));
        AnyDecoder decoder;
        for (const std::size_t size : {4096u, 8191u, 8193u, 16384u}) {
            Bytes out(size);
            const auto decoded = decoder.decode(CodecId(codec), stored, out);
            // Without a header, a block may decode as a shorter one followed by other bytes.
            QVERIFY(!decoded || (codec == 1 && decoded->stored_size == size));
        }
    }

    void a_block_tells_where_it_ends_and_what_it_gives_data() { a_block_that_inflates_to_more_or_less_is_damage_data(); }
    void a_block_tells_where_it_ends_and_what_it_gives() {
        QFETCH(int, codec);
        AnyDecoder decoder;
        for (const std::size_t size : {512u, 8192u, 200'704u}) {
            const Bytes raw = test::make_content(size, 3);
            Bytes stored = test::encode_block(CodecId(codec), raw);
            QCOMPARE(decoder.raw_size(CodecId(codec), stored, 1 << 20).value_or(0), size);
            QVERIFY(!decoder.raw_size(CodecId(codec), stored, size - 1));
            const std::size_t length = stored.size();
            for (int i = 0; i < 3000; ++i) stored.push_back(std::byte(i * 37));
            Bytes out(size);
            const auto decoded = decoder.decode(CodecId(codec), stored, out);
            QVERIFY(decoded && out == raw);
            QCOMPARE(decoded->stored_size, length);
        }
    }

    void damaged_data_is_refused_by_codecs_with_a_check() {
        AnyDecoder decoder;
        const Bytes raw = test::make_content(8192);
        for (const CodecId codec : {CodecId::zlib, CodecId::xz}) {
            const Bytes stored = test::encode_block(codec, raw);
            for (std::size_t at = 0; at < stored.size(); at += 7) {
                Bytes damaged = stored;
                damaged[at] ^= std::byte{0x10};
                Bytes out(raw.size());
                // A flip in the header's unused bits may be harmless, but must never give wrong bytes.
                if (decoder.decode(codec, damaged, out)) QVERIFY(out == raw);
            }
        }
    }

    void an_xz_block_without_a_check_is_unverifiable() {
        const Bytes raw = test::make_content(4096);
        Bytes stored(8192);
        std::size_t size = 0;
        lzma_options_lzma options{};
        lzma_lzma_preset(&options, 6);
        lzma_filter filters[] = {{LZMA_FILTER_LZMA2, &options}, {LZMA_VLI_UNKNOWN, nullptr}};
        QVERIFY(lzma_stream_buffer_encode(filters, LZMA_CHECK_NONE, nullptr, reinterpret_cast<const std::uint8_t *>(raw.data()), raw.size(),
                                          reinterpret_cast<std::uint8_t *>(stored.data()), &size, stored.size()) == LZMA_OK);
        stored.resize(size);
        AnyDecoder decoder;
        Bytes out(raw.size());
        const auto decoded = decoder.decode(CodecId::xz, stored, out);
        QVERIFY(decoded);
        QVERIFY(decoded->check == Check::absent);
        QVERIFY(out == raw);
    }

    void xz_keeps_to_what_the_kernel_reads() {
        const Bytes stored = test::encode_block(CodecId::xz, test::make_content(65536));
        QCOMPARE(int(stored[7]), int(LZMA_CHECK_CRC32));
        // Block header: filter flags name LZMA2 (0x21) with a dictionary of at most the block.
        QCOMPARE(int(stored[14]), 0x21);
        QVERIFY(int(stored[16]) <= 8);  // 2^16
    }

    void an_unknown_codec_is_named() {
        AnyDecoder decoder;
        Bytes out(512);
        const auto decoded = decoder.decode(CodecId(7), out, out);
        QVERIFY(!decoded);
        QVERIFY(decoded.error().code == ErrorCode::codec_unknown);
        QCOMPARE(decoded.error().detail, std::string("7"));
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "codec_test.moc"
