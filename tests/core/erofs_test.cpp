// SPDX-License-Identifier: GPL-3.0-or-later
// EROFS as made here, for fsck.erofs, for the kernel and for our own reader; and what mkfs.erofs makes, for our reader.

#include "file/file_source.h"
#include "format/erofs_records.h"
#include "job/damage.h"
#include "source/archive_stream.h"
#include "source/folder_stream.h"
#include "support/everything.h"
#include "support/faulty_source.h"
#include "support/program.h"
#include "support/random_tree.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <set>

using namespace cloop;
using test::Bytes;
using test::FaultySource;
using test::MemorySource;

namespace {

/// Fails at the first read.
class UnreadableContent final : public FileContent {
public:
    Status open() override { return {}; }
    Result<std::size_t> read(std::span<std::byte>, std::vector<Error> &) override { return fail(ErrorCode::read_failed, "bad"); }
    void close() override {}
};

std::string text_of(const SourcePtr &source) {
    std::string text(source->size(), '\0');
    return read_exactly(*source, 0, std::as_writable_bytes(std::span(text))) ? text : "unreadable";
}

/// All that lstat() and the extended attributes say of everything below a folder, a line each.
QByteArray manifest_of(const QString &folder) {
    const QByteArray lines = test::run("find", {".", "-printf", "%y %m %U %G %n %s %T@ %P\t%l\n"}, {}, folder).out;
    QByteArrayList all;
    for (const QByteArray &line : lines.split('\n')) {
        QByteArrayList fields = line.split(' ');
        const QByteArray path = QFile::encodeName(folder) + '/' + fields.mid(7).join(' ').split('\t').first();
        QByteArray more;
        struct stat status {};
        if (::lstat(path, &status) == 0) more += QByteArray::number(qulonglong(status.st_rdev));
        char names[4096], value[65536];
        const ssize_t size = ::llistxattr(path, names, sizeof names);
        QByteArrayList attributes;
        for (ssize_t at = 0; at < size; at += ssize_t(strlen(names + at)) + 1) {
            const ssize_t length = ::lgetxattr(path, names + at, value, sizeof value);
            attributes << QByteArray(names + at) + '=' + QByteArray(value, qsizetype(std::max<ssize_t>(length, 0))).toHex();
        }
        std::ranges::sort(attributes);
        QByteArray content;
        if (S_ISREG(status.st_mode)) content = QCryptographicHash::hash(test::read_file(QFile::decodeName(path)), QCryptographicHash::Sha256).toHex();
        // The size of a directory depends on the file system.
        if (fields.value(0) == "d" && fields.size() > 5) fields[5] = "-";
        all << fields.join(' ') + ' ' + more + ' ' + attributes.join(',') + ' ' + content;
    }
    std::ranges::sort(all);
    return all.join('\n');
}

} // namespace

class ErofsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file(const QString &name) const { return folder_.filePath(name); }

    Result<std::unique_ptr<ByteStream>> stream_of(const QString &name, TreeOptions options = {}) const {
        options.kind = TreeKind::erofs;
        return open_folder(file(name).toStdString(), std::move(options), {}, {}, {});
    }

    Bytes bytes_of(const QString &name) const {
        auto stream = stream_of(name, {.label = "SAME"});
        return stream ? test::read_stream(**stream) : Bytes{};
    }

    QByteArray fsck(const Bytes &bytes) const {
        const QByteArray all(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        if (!test::write_file(file("checked.erofs"), all)) return "the disc is full";
        const test::Outcome outcome = test::run("fsck.erofs", {"-d3", file("checked.erofs")});
        return outcome.status == 0 ? QByteArray() : outcome.out + outcome.err;
    }

    void make_everything(const QString &name) const { test::make_everything(QFile::encodeName(file(name))); }

private slots:
    void initTestCase() { QVERIFY(folder_.isValid()); }
    void cleanup() { qunsetenv("SOURCE_DATE_EPOCH"); }

    void random_trees_come_back_whole() {
        for (unsigned seed = 0; seed < test::tree_seeds; ++seed) {
            test::RandomTree tree(seed);
            auto stream = tree.make(TreeKind::erofs)->stream("random", {});
            QVERIFY(stream);
            const Bytes bytes = test::read_stream(**stream);
            QCOMPARE(bytes.size(), (*stream)->size().value());
            QVERIFY2(test::listing_of(bytes) == tree.expected(), qPrintable(QString("seed %1").arg(seed)));
            const QByteArray complaint = fsck(bytes);
            QVERIFY2(complaint.isEmpty(), qPrintable(QString("seed %1: ").arg(seed) + complaint));
        }
    }

    void the_kernel_shows_all_that_the_folder_has() {
        if (::geteuid() != 0) QSKIP("needs root, to mount");
        test::run("modprobe", {"erofs"});
        if (!test::read_file("/proc/filesystems").contains("erofs")) QSKIP("needs a kernel with EROFS");
        make_everything("everything");
        const Bytes bytes = bytes_of("everything");
        QVERIFY(!bytes.empty());
        QCOMPARE(fsck(bytes), "");
        QVERIFY(QDir().mkpath(file("mounted")));
        const test::Outcome mounted = test::run("mount", {"-t", "erofs", "-o", "ro,loop", file("checked.erofs"), file("mounted")});
        QVERIFY2(mounted.status == 0, mounted.err);
        const QByteArray shown = manifest_of(file("mounted")), expected = manifest_of(file("everything"));
        QCOMPARE(test::run("umount", {file("mounted")}).status, 0);
        QVERIFY(expected.count('\n') > 500);
        QCOMPARE(shown.split('\n'), expected.split('\n'));
    }

    void our_reader_shows_the_same() {
        make_everything("own");
        const auto filesystem = Filesystem::open(std::make_shared<MemorySource>(bytes_of("own"))).value();
        QCOMPARE(filesystem->kind(), std::string_view("EROFS"));
        QCOMPARE(filesystem->label(), std::string("SAME"));
        int seen = 0;
        for (NodeId id = 1; id < filesystem->nodes().size(); ++id) {
            const Node &node = (*filesystem)[id];
            if (node.kind == NodeKind::structure) continue;
            ++seen;
            QVERIFY2(!node.is_doubtful && !node.is_incomplete, filesystem->path(id).c_str());
            const QByteArray path = QFile::encodeName(file("own")) + QByteArray::fromStdString(filesystem->path(id));
            struct stat status {};
            QCOMPARE(::lstat(path, &status), 0);
            QCOMPARE(node.mode, status.st_mode & 07777);
            QCOMPARE(node.uid, status.st_uid);
            QCOMPARE(node.gid, status.st_gid);
            QCOMPARE(node.mtime, status.st_mtime);
            QCOMPARE(makedev(node.device_major, node.device_minor), status.st_rdev);
            if (node.kind == NodeKind::directory) continue;
            QCOMPARE(node.links, status.st_nlink);
            QCOMPARE(node.size, std::uint64_t(S_ISREG(status.st_mode) || S_ISLNK(status.st_mode) ? status.st_size : 0));
            if (node.kind == NodeKind::file) QCOMPARE(QByteArray::fromStdString(text_of(filesystem->open_file(id))), test::read_file(path));
            if (node.kind == NodeKind::symlink) QCOMPARE(std::string(node.link_target).size(), std::size_t(status.st_size));
        }
        QVERIFY(seen > 520);
        QCOMPARE(filesystem->find("/deep/er/hard").has_value(), true);
        QCOMPARE((*filesystem)[*filesystem->find("/deep/er/hard")].inode, (*filesystem)[*filesystem->find("/size300000")].inode);
    }

    void the_same_files_in_another_folder_or_a_tar_give_the_same_bytes() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        make_everything("one");
        QCOMPARE(test::run("cp", {"-a", file("one"), file("another of another name")}).status, 0);
        const Bytes bytes = bytes_of("one");
        QVERIFY(!bytes.empty());
        QVERIFY(bytes_of("another of another name") == bytes);
        const QStringList all_of_it{"--format=pax", "--sort=name", "--xattrs", "--xattrs-include=*", "--acls"};
        QCOMPARE(test::run("tar", QStringList{"-cf", file("one.tar")} + all_of_it + QStringList{"-C", file("one"), "."}).status, 0);
        auto stream = open_archive(FileSource::open(file("one.tar").toStdString()).value(), {.kind = TreeKind::erofs, .label = "SAME"}, {}, {});
        QVERIFY(stream);
        QVERIFY(test::read_stream(**stream) == bytes);
    }

    void what_mkfs_erofs_makes_is_read_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("as it does by itself") << QStringList();
        QTest::newRow("compact inodes") << QStringList{"-Eforce-inode-compact", "--all-root"};
        QTest::newRow("extended inodes") << QStringList{"-Eforce-inode-extended"};
        QTest::newRow("nothing inline") << QStringList{"-Enoinline_data"};
        QTest::newRow("chunks") << QStringList{"--chunksize=4096"};
        QTest::newRow("large chunks") << QStringList{"--chunksize=1048576"};
    }
    void what_mkfs_erofs_makes_is_read() {
        QFETCH(QStringList, options);
        if (!QFile::exists(file("theirs"))) make_everything("theirs");
        ::unlink(QFile::encodeName(file("theirs/") + QString(255, 'n')));  // mkfs.erofs 1.5 refuses it
        const test::Outcome made = test::run("mkfs.erofs", options + QStringList{file("their.erofs"), file("theirs")});
        QVERIFY2(made.status == 0, made.err);
        const auto filesystem = Filesystem::open(FileSource::open(file("their.erofs").toStdString()).value()).value();
        int files = 0;
        for (NodeId id = 1; id < filesystem->nodes().size(); ++id) {
            const Node &node = (*filesystem)[id];
            QVERIFY2(!node.is_doubtful && !node.is_incomplete, filesystem->path(id).c_str());
            if (node.kind != NodeKind::file) continue;
            ++files;
            QCOMPARE(QByteArray::fromStdString(text_of(filesystem->open_file(id))), test::read_file(file("theirs") + filesystem->path(id).c_str()));
        }
        QVERIFY(files > 500);
    }

    void a_compressed_file_is_named() {
        QVERIFY(QDir().mkpath(file("soft")));
        QVERIFY(test::write_file(file("soft/zeros and ones"), QByteArray("01").repeated(100'000)));
        QCOMPARE(test::run("mkfs.erofs", {"-zlz4", file("soft.erofs"), file("soft")}).status, 0);
        const auto filesystem = Filesystem::open(FileSource::open(file("soft.erofs").toStdString()).value()).value();
        const auto found = filesystem->find("/zeros and ones");
        QVERIFY(found);
        QCOMPARE((*filesystem)[*found].size, std::uint64_t(200'000));
        std::byte byte;
        const auto read = filesystem->open_file(*found)->read_at(0, {&byte, 1});
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::compressed_inside);
        QVERIFY(QString::fromStdString(read.error().subject).endsWith("/zeros and ones"));
    }

    void a_lost_block_costs_only_what_lies_in_it() {
        make_everything("scratched");
        for (const char *large : {"sparse", "size300000", "deep/hard", "deep/er/hard"}) QVERIFY(QFile::remove(file("scratched/") + large));
        const Bytes bytes = bytes_of("scratched");
        const auto whole = Filesystem::open(std::make_shared<MemorySource>(bytes)).value();
        constexpr std::uint32_t block = 4096;
        for (std::size_t at = 0; at < bytes.size(); at += block) {
            const auto lost = std::make_shared<FaultySource>(bytes, std::vector<FaultySource::Fault>{{at, at + block}});
            const auto opened = Filesystem::open(lost);
            QVERIFY2(opened, qPrintable(QString("block %1").arg(at / block)));
            const Filesystem &filesystem = **opened;
            std::vector<LostBlocks> bad;
            append_lost(bad, BlockRange{at / block, at / block + 1}, {.code = ErrorCode::block_unreadable});
            const std::vector<HitNode> nodes = find_hit_nodes(filesystem, bad, block).value();
            std::set<std::string> hit;
            for (const HitNode &node : nodes) hit.insert(filesystem.path(node.node));
            for (NodeId id = 1; id < whole->nodes().size(); ++id) {
                const Node &node = (*whole)[id];
                if (node.kind == NodeKind::structure) continue;
                const std::string path = whole->path(id);
                const auto found = filesystem.find(path);
                bool is_hidden = !found && node.kind != NodeKind::symlink;
                for (std::string above = path; is_hidden && above != "/";) {
                    above = above.substr(0, std::max<std::size_t>(above.rfind('/'), 1));
                    const auto folder = filesystem.find(above);
                    if (folder && filesystem[*folder].is_incomplete) is_hidden = false;  // the loss is told
                }
                QVERIFY2(!is_hidden, qPrintable(QString("block %1 hides %2").arg(at / block).arg(path.c_str())));
                if (!found || node.kind != NodeKind::file) continue;
                const Node &now = filesystem[*found];
                const bool is_same = now.size == node.size && text_of(filesystem.open_file(*found)) == text_of(whole->open_file(id));
                QVERIFY2(is_same || hit.contains(path), qPrintable(QString("block %1 costs %2").arg(at / block).arg(path.c_str())));
            }
        }
    }

    void folders_below_a_lost_one_are_found_by_themselves() {
        // Each folder's inode and names fill a block, so that losing one loses no other.
        for (const char *path : {"buried/one/two/three", "buried/other"}) {
            QString at = "below";
            for (const QString &name : QString(path).split('/')) {
                at += '/' + name;
                QVERIFY(QDir().mkpath(file(at)));
                for (int i = 0; i < 9; ++i) QVERIFY(test::write_file(file(at) + QString("/%1").arg(i, 250, 10, QChar('0')), at.toUtf8()));
            }
        }
        const Bytes bytes = bytes_of("below");
        const auto whole = Filesystem::open(std::make_shared<MemorySource>(bytes)).value();
        const std::uint64_t lost = (*whole)[*whole->find("/buried/one")].inode * erofs::slot / 4096 * 4096;
        const auto opened = Filesystem::open(std::make_shared<FaultySource>(bytes, std::vector<FaultySource::Fault>{{0, 4096}, {lost, lost + 4096}}));
        QVERIFY(opened);
        const Filesystem &filesystem = **opened;
        const auto found_as = [&](const char *path) {
            const std::string number = "#" + std::to_string((*whole)[*whole->find(path)].inode);
            for (NodeId id = 0; id < filesystem.nodes().size(); ++id)
                if (filesystem[id].name == number) return QString::fromStdString(filesystem.path(id));
            return QString();
        };
        // The first block has "buried" too, so that what lay in it is found in the root.
        const std::string other = found_as("/buried/other").toStdString();
        QCOMPARE(QByteArray::fromStdString(other).left(2), "/#");
        QVERIFY(filesystem[*filesystem.find(other)].found_by == FoundBy::inode);
        QVERIFY(filesystem.find(other + "/" + std::string(250, '0')));
        const auto deepest = filesystem.find(found_as("/buried/one/two").toStdString() + "/three/" + std::string(250, '0'));
        QVERIFY(deepest);
        QCOMPARE(text_of(filesystem.open_file(*deepest)), std::string("below/buried/one/two/three"));
    }

    void thousands_of_lost_folders_are_found_in_one_go() {
        for (int i = 0; i < 3000; ++i) QVERIFY(QDir().mkpath(file("wide/") + QString::number(i)));
        const Bytes bytes = bytes_of("wide");
        const auto whole = Filesystem::open(std::make_shared<MemorySource>(bytes)).value();
        const auto outside = std::ranges::count_if(whole->nodes(), [](const Node &node) {
            return node.parent == Filesystem::root && node.inode * erofs::slot >= 4096;
        });
        QVERIFY(outside > 2900);
        const auto opened = Filesystem::open(std::make_shared<FaultySource>(bytes, std::vector<FaultySource::Fault>{{0, 4096}}));
        QVERIFY(opened);
        QCOMPARE((**opened)[Filesystem::root].children.size(), std::size_t(outside));
    }

    void what_names_and_inodes_tell_differently_is_doubtful() {
        QVERIFY(QDir().mkpath(file("two")));
        QVERIFY(test::write_file(file("two/file"), "content"));
        Bytes bytes = bytes_of("two");
        const std::span<std::byte> block = std::span(bytes).subspan(1152 + 64, 200);
        const erofs::Entries entries = erofs::load_entries(block.first((*Filesystem::open(std::make_shared<MemorySource>(bytes)).value())[0].size));
        QCOMPARE(entries.entries.size(), std::size_t(3));
        block[2 * erofs::entry_size + 10] = std::byte{2};  // "file" becomes a directory
        const auto filesystem = Filesystem::open(std::make_shared<MemorySource>(bytes)).value();
        QVERIFY((*filesystem)[*filesystem->find("/file")].is_doubtful);
    }

    void loops_and_huge_claims_end() {
        QVERIFY(QDir().mkpath(file("loop/in/it")));
        const Bytes sound = bytes_of("loop");
        const auto at_root = std::size_t{1152};
        Bytes bytes = sound;
        // "in" becomes its own parent.
        const std::size_t in_number = at_root + 64 + 2 * erofs::entry_size;
        std::copy_n(bytes.begin() + at_root + 64, 8, bytes.begin() + std::ptrdiff_t(in_number));
        const auto filesystem = Filesystem::open(std::make_shared<MemorySource>(bytes)).value();
        QVERIFY((*filesystem)[*filesystem->find("/in")].is_incomplete);
        // A directory, then a table of chunks, of 2^62 bytes.
        bytes = sound;
        bytes[at_root + 8 + 7] = std::byte{0x40};
        QVERIFY((*Filesystem::open(std::make_shared<MemorySource>(bytes)).value())[0].is_incomplete);
    }

    void what_cant_be_read_is_zeros_or_an_error() {
        for (const bool keep_going : {false, true}) {
            std::vector<Error> troubles;
            TreeOptions options{.kind = TreeKind::erofs, .keep_going = keep_going};
            options.on_trouble = [&](const Error &error) { troubles.push_back(error); };
            auto tree = ContentTree::make(std::move(options)).value();
            QVERIFY(tree->add_file(tree->root(), "bad", {.mode = S_IFREG | 0644}, 10'000, 1, 0, std::make_shared<UnreadableContent>()));
            QVERIFY(tree->add_file(tree->root(), "good", {.mode = S_IFREG | 0644}, 4, 2, 0, std::make_shared<test::MemoryContent>("good")));
            auto stream = tree->stream("source", {});
            QVERIFY(stream);
            Bytes bytes(static_cast<std::size_t>((*stream)->size().value()));
            const auto read = (*stream)->read(bytes);
            QCOMPARE(read.has_value(), keep_going);
            QCOMPARE(troubles.size(), std::size_t(1));
            QVERIFY(troubles[0].code == ErrorCode::read_failed);
            if (!keep_going) continue;
            const auto filesystem = Filesystem::open(std::make_shared<MemorySource>(bytes)).value();
            QCOMPARE(text_of(filesystem->open_file(*filesystem->find("/bad"))), std::string(10'000, '\0'));
            QCOMPARE(text_of(filesystem->open_file(*filesystem->find("/good"))), std::string("good"));
        }
    }

    void what_has_no_room_is_refused_or_noted() {
        std::vector<Error> notes;
        TreeOptions options{.kind = TreeKind::erofs, .label = std::string(15, 'x') + "\xC3\xA9"};
        options.on_note = [&](const Error &error) { notes.push_back(error); };
        auto tree = ContentTree::make(std::move(options)).value();
        const auto content = std::make_shared<test::MemoryContent>("");
        const auto refused = tree->add_file(tree->root(), std::string(256, 'n'), {.mode = S_IFREG}, 0, 1, 0, content);
        QVERIFY(refused.error().code == ErrorCode::entry_name_too_long);
        QVERIFY(tree->add_symlink(tree->root(), "l", {.mode = S_IFLNK}, std::string(4096, 't')).error().code == ErrorCode::link_too_long);
        QVERIFY(tree->add_file(tree->root(), "a", {.mode = S_IFREG, .extended = {{"btrfs.compression", "x"}}}, 0, 2, 0, content));
        QVERIFY(tree->add_file(tree->root(), "b", {.mode = S_IFREG, .extended = {{"user.x", std::string(65536, 'x')}}}, 0, 3, 0, content));
        auto stream = tree->stream("source", {});
        QVERIFY(stream);
        QCOMPARE(notes.size(), std::size_t(2));
        QVERIFY(notes[0].code == ErrorCode::attributes_left_out && notes[0].detail == "a, b");
        QVERIFY(notes[1].code == ErrorCode::label_cut && notes[1].detail == std::string(15, 'x'));
        QCOMPARE(fsck(test::read_stream(**stream)), "");
    }

    void a_stop_ends_the_stream() {
        std::stop_source stop;
        test::RandomTree tree(1);
        auto stream = tree.make(TreeKind::erofs)->stream("random", stop.get_token());
        QVERIFY(stream);
        stop.request_stop();
        Bytes bytes(10'000);
        QVERIFY((*stream)->read(bytes).error().code == ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(ErofsTest)
#include "erofs_test.moc"
