// SPDX-License-Identifier: GPL-3.0-or-later
// Directory records with single flipped bits: no wrong place, size or name is shown unmarked.

#include "base/byte_order.h"
#include "filesystem/filesystem.h"
#include "filesystem/iso9660_filesystem.h"
#include "source/folder_stream.h"
#include "support/faulty_source.h"
#include "support/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace cloop;
using test::Bytes;

namespace {

/// Bytes owned by the test, which may change them.
class SharedSource final : public ByteSource {
public:
    explicit SharedSource(const Bytes &bytes) : bytes_(bytes) {}
    std::uint64_t size() const override { return bytes_.size(); }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset >= bytes_.size()) return 0;
        const std::size_t size = std::min<std::size_t>(out.size(), bytes_.size() - offset);
        std::copy_n(bytes_.begin() + std::ptrdiff_t(offset), size, out.begin());
        return size;
    }

private:
    const Bytes &bytes_;
    std::string name_ = "memory";
};

std::shared_ptr<const Filesystem> open(const Bytes &bytes) { return Filesystem::open(std::make_shared<SharedSource>(bytes)).value_or(nullptr); }

bool is_marked(const Node &node) { return node.is_incomplete || node.is_doubtful; }

using Paths = std::map<std::string, NodeId>;

Paths paths_of(const Filesystem &filesystem) {
    Paths paths;
    for (NodeId id = 0; id < filesystem.nodes().size(); ++id)
        if (filesystem[id].kind != NodeKind::structure) paths.emplace(filesystem.path(id), id);
    return paths;
}

/// Whether the directory of `path`, an ancestor, or anything in it is marked as damaged.
bool is_place_marked(const Filesystem &filesystem, const Paths &paths, std::string path) {
    while (path != "/") {
        path = path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
        const auto at = paths.find(path);
        if (at == paths.end()) continue;
        if (is_marked(filesystem[at->second])) return true;
        if (std::ranges::any_of(filesystem[at->second].children, [&](NodeId child) { return is_marked(filesystem[child]); })) return true;
    }
    return false;
}

bool is_same(const Node &a, const Node &b) {
    return a.kind == b.kind && a.size == b.size && std::ranges::equal(a.extents, b.extents) && a.link_target == b.link_target;
}

/// Describes unmarked errors; empty if there is none.
QString untold(const Filesystem &sound, const Paths &all, const Filesystem &damaged) {
    const Paths left = paths_of(damaged);
    for (const auto &[path, id] : all) {
        const auto at = left.find(path);
        const bool is_told =
            at == left.end() ? is_place_marked(damaged, left, path) : is_marked(damaged[at->second]) || is_place_marked(damaged, left, path);
        if (is_told) continue;
        if (at == left.end()) return "lost " + QString::fromStdString(path);
        if (sound[id].kind != NodeKind::directory && !is_same(sound[id], damaged[at->second])) return "other " + QString::fromStdString(path);
    }
    for (const auto &[path, id] : left)
        if (!all.contains(path) && !is_marked(damaged[id]) && !is_place_marked(damaged, left, path)) return "new " + QString::fromStdString(path);
    return {};
}

} // namespace

class DamagedRecordsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Bytes iso_;

    std::vector<Extent> directories() const {
        const auto sound = open(iso_);
        std::vector<Extent> found;
        for (const Node &node : sound->nodes())
            if (node.kind == NodeKind::directory || (node.kind == NodeKind::structure && node.name.find("irectory") != node.name.npos))
                found.insert(found.end(), node.extents.begin(), node.extents.end());
        return found;
    }

private slots:
    void initTestCase() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QDir dir(folder_.path());
        QVERIFY(dir.mkpath("tree/usr/lib"));
        for (int i = 0; i < 6; ++i)
            QVERIFY(test::write_file(dir.filePath(QString("tree/file %1.txt").arg(i)), QByteArray(3000 * (i + 1), char('a' + i))));
        for (int i = 0; i < 4; ++i)
            QVERIFY(test::write_file(dir.filePath(QString("tree/usr/lib/library%1.so").arg(i)), QByteArray(5000 * i, char('k' + i))));
        auto stream = open_folder(dir.filePath("tree").toStdString(), {.label = "TEST"}, {}, {}, {});
        QVERIFY(stream);
        iso_.resize((*stream)->size().value());
        for (std::size_t done = 0; done < iso_.size();) done += (*stream)->read(std::span(iso_).subspan(done)).value();
        const auto sound = open(iso_);
        const auto &iso = dynamic_cast<const Iso9660Filesystem &>(*sound);
        QVERIFY(iso.has_rock_ridge() && iso.has_joliet());
        QVERIFY(std::ranges::none_of(sound->nodes(), is_marked));
    }

    void no_wrong_bit_of_a_directory_changes_anything_without_a_word() {
        const auto sound = open(iso_);
        const Paths all = paths_of(*sound);
        int bits = 0, silent = 0;
        QString first;
        Bytes hurt = iso_;
        for (const Extent &extent : directories()) {
            for (std::uint64_t at = extent.offset; at < extent.end(); ++at) {
                for (int bit = 0; bit < 8; ++bit) {
                    // Sample the padding after the records.
                    if (at % 61 != 0 && std::all_of(iso_.begin() + std::ptrdiff_t(at), iso_.begin() + std::ptrdiff_t(std::min(extent.end(), at + 64)),
                                                    [](std::byte b) { return b == std::byte{0}; }))
                        continue;
                    hurt[at] ^= std::byte(1 << bit);
                    const auto damaged = open(hurt);
                    hurt[at] ^= std::byte(1 << bit);
                    QVERIFY(damaged);
                    ++bits;
                    const QString what = untold(*sound, all, *damaged);
                    if (what.isEmpty()) continue;
                    if (silent++ < 40)
                        qWarning("offset %llu (%llu of its directory) bit %d: %s", (unsigned long long)at, (unsigned long long)(at - extent.offset),
                                 bit, qPrintable(what));
                }
            }
        }
        QVERIFY(bits > 20'000);
        QCOMPARE(silent, 0);
    }

    void of_two_copies_the_other_tree_knows_the_right_one() {
        const auto sound = open(iso_);
        const NodeId id = *sound->find("/usr/lib/library3.so");
        const Extent directory = (*sound)[*sound->find("/usr/lib")].extents[0];
        const auto *block = reinterpret_cast<const std::byte *>("LIBRARY3");
        const auto at =
            std::search(iso_.begin() + std::ptrdiff_t(directory.offset), iso_.begin() + std::ptrdiff_t(directory.end()), block, block + 8);
        QVERIFY(at != iso_.begin() + std::ptrdiff_t(directory.end()));
        const std::size_t record = std::size_t(at - iso_.begin()) - 33;
        for (const std::size_t number : {2u, 6u, 10u, 14u}) {
            Bytes hurt = iso_;
            hurt[record + number + (number % 4 == 2 ? 0 : 3)] ^= std::byte{1};
            const auto damaged = open(hurt);
            const Node &node = (*damaged)[*damaged->find("/usr/lib/library3.so")];
            QVERIFY(node.is_doubtful);
            QCOMPARE(node.size, (*sound)[id].size);
            QVERIFY(std::ranges::equal(node.extents, (*sound)[id].extents));
        }
    }

    void a_writer_without_second_copies_makes_no_damaged_disc() {
        Bytes bare = iso_;
        for (const Extent &extent : directories()) {
            for (std::uint64_t sector = extent.offset; sector < extent.end(); sector += 2048) {
                for (std::uint64_t at = sector; at < sector + 2048 && bare[at] != std::byte{0}; at += std::to_integer<std::uint64_t>(bare[at])) {
                    std::fill_n(bare.begin() + std::ptrdiff_t(at + 6), 4, std::byte{0});
                    std::fill_n(bare.begin() + std::ptrdiff_t(at + 14), 4, std::byte{0});
                }
            }
        }
        const auto filesystem = open(bare);
        QVERIFY(std::ranges::none_of(filesystem->nodes(), is_marked));
        QVERIFY(filesystem->find("/usr/lib/library3.so"));
    }

    void records_behind_a_length_of_zero_are_not_forgotten() {
        const auto sound = open(iso_);
        const Extent root = (*sound)[Filesystem::root].extents[0];
        Bytes hurt = iso_;
        std::uint64_t at = root.offset;
        for (int i = 0; i < 4; ++i) at += std::to_integer<std::uint64_t>(hurt[at]);
        hurt[at] = std::byte{0};
        const auto damaged = open(hurt);
        QVERIFY((*damaged)[Filesystem::root].is_incomplete);
        // Joliet has the rest.
        QVERIFY(damaged->find("/file 5.txt"));
    }
};

QTEST_GUILESS_MAIN(DamagedRecordsTest)
#include "damaged_records_test.moc"
