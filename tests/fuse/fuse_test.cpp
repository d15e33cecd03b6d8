// SPDX-License-Identifier: GPL-3.0-or-later
// What cloop-fuse serves: trees and contents as the library knows them, to whom, and what it says if it can't.

#include "file/file_source.h"
#include "filesystem/filesystem.h"
#include "image/image_reader.h"
#include "job/open_image.h"
#include "support/command_folder.h"
#include "support/served_image.h"
#include "support/image_builder.h"
#include "support/tar_builder.h"

#include <QTest>

#include <dirent.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <filesystem>
#include <map>
#include <set>

using namespace cloop;
using namespace cloop::test;

namespace {

constexpr uid_t nobody = 65534;

/// Of a file too large to read, in a hostile image, the beginning.
constexpr std::uint64_t most_compared = 8 << 20;

/// The beginning of a file, or the errno of reading it.
std::pair<QByteArray, int> bytes_of(const std::string &path) {
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    QByteArray bytes(most_compared, '\0');
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto got = ::read(fd.get(), bytes.data() + done, std::size_t(bytes.size() - done));
        if (got < 0) return {{}, errno};
        if (got == 0) break;
        done += got;
    }
    bytes.resize(done);
    return {bytes, 0};
}

std::pair<QByteArray, int> bytes_of(const ByteSource &source) {
    QByteArray bytes(qsizetype(std::min(source.size(), most_compared)), '\0');
    if (!read_exactly(source, 0, std::as_writable_bytes(std::span(bytes)))) return {{}, EIO};
    return {bytes, 0};
}

mode_t type_of(NodeKind kind) {
    static const std::map<NodeKind, mode_t> types{
        {NodeKind::file, S_IFREG}, {NodeKind::directory, S_IFDIR}, {NodeKind::symlink, S_IFLNK},         {NodeKind::block_device, S_IFBLK},
        {NodeKind::fifo, S_IFIFO}, {NodeKind::socket, S_IFSOCK},   {NodeKind::character_device, S_IFCHR}};
    return types.at(kind);
}

/// What differs first between a served file and the library's node; empty if nothing does.
std::string difference(const std::string &path, const Filesystem &filesystem, NodeId id) {
    const Node &node = filesystem[id];
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return path + ": " + std::strerror(errno);
    if (status.st_mode != (type_of(node.kind) | (node.mode & 07777))) return path + ": mode";
    if (status.st_uid != node.uid || status.st_gid != node.gid) return path + ": owner";
    if (status.st_mtim.tv_sec != node.mtime) return path + ": time";
    if (status.st_nlink != node.links) return path + ": number of links";
    if (status.st_rdev != makedev(node.device_major, node.device_minor)) return path + ": device";
    if (node.kind == NodeKind::symlink) {
        std::error_code error;
        if (std::filesystem::read_symlink(path, error).native() != node.link_target) return path + ": target";
    }
    if (node.kind == NodeKind::file && std::uint64_t(status.st_size) != node.size) return path + ": size";
    if (node.kind == NodeKind::file && bytes_of(path) != bytes_of(*filesystem.open_file(id))) return path + ": bytes";
    return {};
}

/// The first difference between a served folder and the library's tree, names first.
std::string difference(const std::string &folder, const Filesystem &filesystem) {
    std::map<std::string, NodeId> nodes;
    for (NodeId id = 0; id < filesystem.nodes().size(); ++id) {
        if (filesystem[id].kind == NodeKind::structure) continue;
        const std::string path = id == Filesystem::root ? "" : filesystem.path(id);
        bool is_shown = true;
        for (NodeId at = id; at != Filesystem::root; at = filesystem[at].parent) is_shown = is_shown && is_safe_name(filesystem[at].name);
        if (is_shown) nodes.emplace(folder + path, id);
    }
    std::set<std::string> names{folder};
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) names.insert(entry.path().native());
    for (const std::string &name : names)
        if (!nodes.contains(name)) return name + ": not in the image";
    for (const auto &[path, id] : nodes) {
        if (!names.contains(path)) return path + ": not listed";
        if (std::string differs = difference(path, filesystem, id); !differs.empty()) return differs;
    }
    return {};
}

std::shared_ptr<const Filesystem> filesystem_of(const QString &image) { return open_filesystem(image.toStdString(), {}, {}).value(); }

Bytes bytes_from(const QByteArray &bytes) {
    const auto all = std::as_bytes(std::span(bytes));
    return {all.begin(), all.end()};
}

QByteArray unpacked(const QString &packed) { return run(packed.endsWith(".xz") ? "xz" : "gzip", {"-dc", packed}).out; }

} // namespace

class FuseTest : public QObject, private CommandFolder {
    Q_OBJECT

    QString server() const { return program("cloop-fuse"); }

    /// In the background, as people start it. For requests that fail.
    Outcome serve(const QStringList &arguments, uid_t user = ::geteuid()) const {
        if (user == ::geteuid()) return run(server(), arguments, {}, path());
        const QString id = QString::number(user);
        return run("setpriv", QStringList{"--reuid", id, "--regid", id, "--clear-groups", server()} + arguments, {}, path());
    }

    /// Makes the folder "kinds": each kind of file, odd modes, old times, hard links.
    void make_kinds() const {
        QVERIFY(QDir(path()).mkpath("kinds/empty"));
        QVERIFY(write_file(file("kinds/plain"), mixed()));
        QVERIFY(write_file(file("kinds/nothing"), ""));
        QVERIFY(write_file(file("kinds/a name, \\ with\nall"), "odd"));
        const auto at = [this](const char *name) { return QFile::encodeName(file("kinds/") + name); };
        QCOMPARE(::link(at("plain"), at("empty/plain again")), 0);
        QCOMPARE(::symlink("plain", at("to plain")), 0);
        QCOMPARE(::symlink("/nowhere/at all", at("dangling")), 0);
        QCOMPARE(::mkfifo(at("fifo"), 0620), 0);
        QCOMPARE(::chmod(at("nothing"), 0), 0);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un name{.sun_family = AF_UNIX, .sun_path = {}};
        std::strncpy(name.sun_path, at("socket"), sizeof name.sun_path - 1);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&name), sizeof name), 0);
        ::close(socket);
        if (::geteuid() == 0) {
            QCOMPARE(::mknod(at("block"), S_IFBLK | 0660, makedev(7, 300)), 0);
            QCOMPARE(::mknod(at("character"), S_IFCHR | 0600, makedev(1, 3)), 0);
            QCOMPARE(::lchown(at("to plain"), 12, 34), 0);
            QCOMPARE(::chown(at("plain"), 1000, 1001), 0);
        }
        QCOMPARE(::chmod(at("plain"), 04711), 0);
        const timespec times[2] = {{.tv_sec = 1'000'000'000, .tv_nsec = 0}, {.tv_sec = 1'000'000'000, .tv_nsec = 0}};
        QCOMPARE(::utimensat(AT_FDCWD, at("plain"), times, 0), 0);
    }

public:
    FuseTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        if (const QString why = why_without_fuse(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
        make_kinds();
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "kinds", "kinds.cloop"}).status, 0);
        QCOMPARE(cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status, 0);
        QCOMPARE(cloop({"create", "tree", "split.cloop", "--split", "300K"}).status, 0);
        QVERIFY(QDir(path()).mkpath("disc/KNOPPIX") && QFile::copy(file("tree.cloop"), file("disc/KNOPPIX/KNOPPIX")));
        QCOMPARE(run("xorriso", {"-as", "mkisofs", "-quiet", "-R", "-o", file("disc.iso"), file("disc")}).status, 0);
        QCOMPARE(run("mke2fs", {"-q", "-t", "ext4", "-d", file("tree"), file("ext4.img"), "8M"}).status, 0);
        QCOMPARE(cloop({"create", "ext4.img", "ext4.cloop"}).status, 0);
        for (const char *name :
             {"zisofs_genisoimage", "hardlink_genisoimage", "makefs_deep", "xa_rockridge", "apple_associated", "symlink_double_slash_genisoimage"}) {
            QVERIFY(write_file(file(QString(name) + ".iso"), unpacked(QString(VECTORS "/iso/%1.iso.gz").arg(name))));
            QCOMPARE(cloop({"create", QString(name) + ".iso", QString(name) + ".cloop", "-B", "8K"}).status, 0);
        }
        QVERIFY(QFile::copy(VECTORS "/names-with-c1-and-bidi.cloop", file("odd names.cloop")));
        const Bytes iso = bytes_from(read_file(file("zisofs_genisoimage.iso")));
        for (const Version version : {Version::v0, Version::v1, Version::v2}) {
            const Bytes image = test::build_image(iso, {.version = version});
            QVERIFY(write_file(file(QString("version %1.cloop").arg(int(version))),
                               {reinterpret_cast<const char *>(image.data()), qsizetype(image.size())}));
        }
        const Bytes image = test::build_image(iso, {.version = Version::v4, .codec = [](std::size_t block) { return CodecId(block % 5); }});
        QVERIFY(write_file(file("all codecs.cloop"), {reinterpret_cast<const char *>(image.data()), qsizetype(image.size())}));
    }

    void a_tree_is_served_as_the_library_lists_it_data() {
        QTest::addColumn<QString>("image");
        for (const char *name : {"kinds", "tree", "zisofs_genisoimage", "hardlink_genisoimage", "makefs_deep", "xa_rockridge", "apple_associated",
                                 "symlink_double_slash_genisoimage", "odd names", "version 0", "version 1", "version 2", "all codecs"})
            QTest::newRow(name) << QString(name) + ".cloop";
    }
    void a_tree_is_served_as_the_library_lists_it() {
        QFETCH(QString, image);
        FuseMount mount(server(), {file(image)}, file("served"));
        QVERIFY(mount.is_served());
        QCOMPARE(QString::fromStdString(difference(mount.path().toStdString(), *filesystem_of(file(image)))), QString());
    }

    void every_kind_of_file_came_into_the_image() {
        const auto filesystem = filesystem_of(file("kinds.cloop"));
        std::set<NodeKind> kinds;
        for (const Node &node : filesystem->nodes()) kinds.insert(node.kind);
        QVERIFY(kinds.contains(NodeKind::fifo) && kinds.contains(NodeKind::socket) && kinds.contains(NodeKind::symlink));
        QCOMPARE(kinds.contains(NodeKind::block_device) && kinds.contains(NodeKind::character_device), ::geteuid() == 0);
    }

    void hard_links_have_one_number_and_others_have_their_own() {
        FuseMount mount(server(), {file("kinds.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        std::map<ino_t, QStringList> names;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(mount.path().toStdString())) {
            struct stat status {};
            QCOMPARE(::lstat(entry.path().c_str(), &status), 0);
            names[status.st_ino] << QString::fromStdString(entry.path().filename());
        }
        for (const auto &[number, linked] : names) {
            const bool are_links = linked.contains("plain") && linked.contains("plain again") && linked.size() == 2;
            QVERIFY2(linked.size() == 1 || are_links, qPrintable(linked.join(", ")));
        }
        QCOMPARE(names.size(), filesystem_of(file("kinds.cloop"))->nodes().size() - 2 - std::size_t(structures(*filesystem_of(file("kinds.cloop")))));
    }

    void a_directory_of_20000_names_is_listed_whole_and_from_any_place() {
        std::vector<TarEntry> all;
        for (int i = 0; i < 20'000; ++i) all.push_back({.name = "file " + QByteArray::number(i)});
        QVERIFY(write_file(file("many.tar"), tar_of(all)));
        QCOMPARE(cloop({"create", "--no-verify", "many.tar", "many.cloop"}).status, 0);
        FuseMount mount(server(), {file("many.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        DIR *directory = ::opendir(QFile::encodeName(mount.path()));
        QVERIFY(directory);
        std::vector<std::pair<long, QByteArray>> entries;
        std::set<QByteArray> names;
        for (long place = ::telldir(directory); const dirent *entry = ::readdir(directory); place = ::telldir(directory)) {
            entries.emplace_back(place, entry->d_name);
            names.insert(entry->d_name);
        }
        QCOMPARE(entries.size(), 20'002u);
        QCOMPARE(names.size(), 20'002u);
        for (const std::size_t number : {std::size_t{19'999}, std::size_t{1}, std::size_t{0}, std::size_t{7777}, std::size_t{20'001}}) {
            ::seekdir(directory, entries[number].first);
            QCOMPARE(QByteArray(::readdir(directory)->d_name), entries[number].second);
        }
        ::closedir(directory);
    }

    void what_the_kernel_has_seen_is_not_asked_for_again() {
        FuseMount mount(server(), {file("tree.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        const auto look = [&] { return run("diff", {"-r", file("tree"), mount.path()}).status; };
        QCOMPARE(look(), 0);
        const qint64 before = mount.bytes_replied();
        QVERIFY(before > 2'000'000);
        // Others may have emptied the kernel's cache.
        qint64 asked = before;
        for (int tries = 0; tries < 5 && asked >= 10'000; ++tries) {
            const qint64 replied = mount.bytes_replied();
            QCOMPARE(look(), 0);
            asked = mount.bytes_replied() - replied;
        }
        QVERIFY2(asked < 10'000, qPrintable(QString::number(asked)));
    }

    void a_content_is_served_as_it_is_extracted_data() {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("name");
        QTest::newRow("an ISO") << "tree.cloop" << "tree.iso";
        QTest::newRow("anything") << VECTORS "/ref-64k-zlib9.cloop" << "ref-64k-zlib9.img";
        QTest::newRow("stored blocks") << VECTORS "/ref-64k-stored.cloop" << "ref-64k-stored.img";
        QTest::newRow("blocks of 1 MiB") << VECTORS "/ref-1m-zlib9.cloop" << "ref-1m-zlib9.img";
        QTest::newRow("of QEMU") << VECTORS "/qemu-simple-pattern.cloop" << "qemu-simple-pattern.img";
        QTest::newRow("of mkuzip") << VECTORS "/mkuzip-short.uzip" << "mkuzip-short.img";
        QTest::newRow("a split set, by its name") << "split.cloop" << "split.iso";
        QTest::newRow("a split set, by a part") << "split.cloop.001" << "split.iso";
        QTest::newRow("an image in an ISO") << "disc.iso:/KNOPPIX/KNOPPIX" << "KNOPPIX.iso";
        QTest::newRow("a live disc") << "disc.iso" << "disc.iso";
        QTest::newRow("ext4") << "ext4.cloop" << "ext4.img";
    }
    void a_content_is_served_as_it_is_extracted() {
        QFETCH(QString, image);
        QFETCH(QString, name);
        FuseMount mount(server(), {"--content", image}, file("served"), ::geteuid(), path());
        QVERIFY(mount.is_served());
        QCOMPARE(QDir(mount.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{name});
        QCOMPARE(cloop({"extract", "--force", image, "extracted"}).status, 0);
        const QByteArray extracted = read_file(file("extracted"));
        QVERIFY(!extracted.isEmpty());
        QCOMPARE(QFileInfo(mount.path(name)).size(), extracted.size());
        QVERIFY(read_file(mount.path(name)) == extracted);
        struct stat status {};
        QCOMPARE(::stat(QFile::encodeName(mount.path(name)), &status), 0);
        QCOMPARE(status.st_mode, mode_t(S_IFREG | 0444));
        QVERIFY(!QFile::exists(mount.path("another name")));
    }

    void hostile_trees_are_walked_data() {
        QTest::addColumn<QString>("image");
        for (const char *name : {"ce64", "ptquad", "dirover", "deep", "hits"}) QTest::newRow(name) << name;
    }
    void hostile_trees_are_walked() {
        QFETCH(QString, image);
        QVERIFY(write_file(file("hostile.cloop"), unpacked(QString(VECTORS "/hostile/%1.cloop.xz").arg(image))));
        FuseMount mount(server(), {file("hostile.cloop")}, file("served"));
        QVERIFY(mount.is_served());
        const auto within = [](const QString &seconds, const QStringList &words) { return run("timeout", QStringList{"-k", "5", seconds} + words); };
        const Outcome found = within("5", {"stdbuf", "-o0", "find", mount.path(), "-printf", "%y %s %m %n %p\\0"});
        QVERIFY(!found.out.isEmpty());
        QByteArrayList files = found.out.split('\0');
        files.removeIf([](const QByteArray &line) { return !line.startsWith("f "); });
        for (const QByteArray &line : files.mid(0, 20)) within("1", {"head", "-c", "100000", QFile::decodeName(line.mid(line.indexOf('/')))});
        QVERIFY(mount.is_mounted());
        mount.send(SIGTERM);
        QVERIFY(mount.ends());
    }

    void an_image_whose_head_claims_gigabytes_is_served_or_refused_data() {
        QTest::addColumn<QString>("image");
        for (const char *name : {"head", "info-heap-overread"}) QTest::newRow(name) << QString(VECTORS "/hostile/%1.cloop").arg(name);
    }
    void an_image_whose_head_claims_gigabytes_is_served_or_refused() {
        QFETCH(QString, image);
        QCOMPARE(serve({image, file("served")}).status, 2);
        FuseMount mount(server(), {"--content", image}, file("served"));
        if (mount.is_served()) {
            QCOMPARE(QDir(mount.path()).entryList(QDir::Files).size(), 1);
            QFile content(mount.path(QDir(mount.path()).entryList(QDir::Files).first()));
            QVERIFY(content.open(QIODevice::ReadOnly));
            content.read(1 << 20);
            QVERIFY(mount.is_mounted());
        }
    }

    void a_user_sees_all_and_others_nothing() {
        if (::geteuid() != 0) QSKIP("needs root to become someone else");
        FuseMount mount(server(), {file("kinds.cloop")}, file("served by nobody"), nobody);
        QVERIFY(mount.is_served());
        const auto as_nobody = [](const QStringList &words) {
            return run("setpriv", QStringList{"--reuid", "65534", "--regid", "65534", "--clear-groups"} + words);
        };
        // Also what the modes forbid: it is his image.
        QCOMPARE(as_nobody({"cat", mount.path("nothing")}).status, 0);
        QVERIFY(as_nobody({"cat", mount.path("plain")}).out == mixed());
        QVERIFY(as_nobody({"sh", "-c", "echo new > \"$0\"", mount.path("new")}).err.contains("Read-only"));
        QVERIFY(!QFile::exists(mount.path("plain")));
        mount.send(SIGTERM);
        QVERIFY(mount.ends());
    }

    void with_allow_other_the_modes_are_obeyed() {
        if (::geteuid() != 0) QSKIP("needs root to become someone else");
        FuseMount mount(server(), {file("kinds.cloop"), "-o", "allow_other"}, file("served"));
        QVERIFY(mount.is_served());
        const auto as_nobody = [&](const QString &name) {
            return run("setpriv", {"--reuid", "65534", "--regid", "65534", "--clear-groups", "cat", mount.path(name)});
        };
        QCOMPARE(as_nobody("a name, \\ with\nall").out, QByteArray("odd"));
        QVERIFY(as_nobody("plain").err.contains("Permission denied"));
    }

    void in_the_background_it_serves_until_it_is_unmounted_data() {
        QTest::addColumn<QString>("mountpoint");
        QTest::addColumn<QString>("image");
        QTest::newRow("plain") << "served" << "tree.cloop";
        QTest::newRow("image with signs that mean something to FUSE") << "served" << "a, b\\c\nd.cloop";
        QTest::newRow("folder with signs that mean something to FUSE") << "to, serve\\ at" << "tree.cloop";
    }
    void in_the_background_it_serves_until_it_is_unmounted() {
        QFETCH(QString, mountpoint);
        QFETCH(QString, image);
        QVERIFY(QDir(path()).mkpath(mountpoint));
        if (image != "tree.cloop") QVERIFY(QFile::copy(file("tree.cloop"), file(image)));
        const Outcome started = serve({image, mountpoint});
        QCOMPARE(started.err, QByteArray());
        QCOMPARE(started.status, 0);
        QCOMPARE(run("diff", {"-r", file("tree"), file(mountpoint)}).status, 0);
        // Its name stands whole in /proc/mounts.
        const QByteArray shown = QFile::encodeName(file(image)).replace("\\", "\\134").replace(" ", "\\040").replace("\n", "\\012");
        QVERIFY2(read_file("/proc/self/mounts").contains(shown + ' '), read_file("/proc/self/mounts").constData());
        QCOMPARE(run("fusermount3", {"-u", file(mountpoint)}).status, 0);
        QVERIFY(QDir(file(mountpoint)).isEmpty());
    }

    void with_closed_standard_streams_it_serves_too() {
        QCOMPARE(run("sh", {"-c", "exec \"$0\" --content \"$@\" <&- >&- 2>&-", server(), file("tree.cloop"), file("served")}).status, 0);
        QCOMPARE(cloop({"extract", "--force", "tree.cloop", "extracted"}).status, 0);
        const bool is_same = read_file(file("served/tree.iso")) == read_file(file("extracted"));
        QCOMPARE(run("fusermount3", {"-u", file("served")}).status, 0);
        QVERIFY(is_same);
    }

    void what_it_can_not_serve_is_said_in_one_sentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no image") << QStringList{"nothing.cloop", "served"} << 1 << QByteArray("does not exist");
        QTest::newRow("not an image") << QStringList{"tree/file0", "served"} << 2 << QByteArray("not a cloop image");
        QTest::newRow("not an image, as content") << QStringList{"--content", "tree/file0", "served"} << 2 << QByteArray("not a cloop image");
        QTest::newRow("no files in it") << QStringList{VECTORS "/ref-4k-zlib6.cloop", "served"} << 2 << QByteArray("file system");
        QTest::newRow("a file system of the kernel") << QStringList{"ext4.cloop", "served"} << 2 << QByteArray("ext4");
        QTest::newRow("a folder as image") << QStringList{"tree", "served"} << 1 << QByteArray("is a folder");
        QTest::newRow("no folder") << QStringList{"tree.cloop", "nowhere"} << 1 << QByteArray("does not exist");
        QTest::newRow("an empty word as folder") << QStringList{"tree.cloop", ""} << 1 << QByteArray("does not exist");
        QTest::newRow("a file as folder") << QStringList{"tree.cloop", "tree/file0"} << 1 << QByteArray("not a folder");
        QTest::newRow("a folder that holds the image") << QStringList{"tree.cloop", "."} << 1 << QByteArray("not empty");
        QTest::newRow("no inner file") << QStringList{"disc.iso:/nothing", "served"} << 1 << QByteArray("does not contain");
    }
    void what_it_can_not_serve_is_said_in_one_sentence() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, said);
        const QByteArray mounts = read_file("/proc/self/mounts");
        const Outcome outcome = serve(arguments);
        QVERIFY2(outcome.status == status, outcome.err);
        QVERIFY2(outcome.err.startsWith("cloop-fuse: ") && outcome.err.count('\n') == 1 && outcome.err.contains(said), outcome.err);
        QCOMPARE(read_file("/proc/self/mounts"), mounts);
    }

    void without_the_right_it_is_refused() {
        if (::geteuid() != 0) QSKIP("needs root to become someone else");
        QVERIFY(QDir(path()).mkpath("of root"));
        const QByteArray mounts = read_file("/proc/self/mounts");
        const Outcome folder = serve({"tree.cloop", "of root"}, nobody);
        QCOMPARE(folder.status, 1);
        QVERIFY2(folder.err.contains("not permitted"), folder.err);
        QVERIFY(QFile::copy(file("tree.cloop"), file("private.cloop")) && ::chmod(QFile::encodeName(file("private.cloop")), 0600) == 0);
        const Outcome image = serve({"private.cloop", "served by nobody"}, nobody);
        QCOMPARE(image.status, 1);
        QVERIFY2(image.err.contains("not permitted") && image.err.count('\n') == 1, image.err);
        QCOMPARE(read_file("/proc/self/mounts"), mounts);
    }

    void without_fuse_it_says_so() {
        if (::geteuid() != 0) QSKIP("needs root to take /dev/fuse away");
        if (run("unshare", {"--mount", "true"}).status != 0) QSKIP("needs mounts of its own, so not a chroot whose root is a plain folder");
        const Outcome outcome =
            run("unshare", {"--mount", "sh", "-c", "mount -t tmpfs none /dev && exec \"$0\" \"$@\"", server(), file("tree.cloop"), file("served")});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("/dev/fuse") && outcome.err.contains("no FUSE") && outcome.err.count('\n') == 1, outcome.err);
    }

private:
    static qsizetype structures(const Filesystem &filesystem) {
        return std::ranges::count_if(filesystem.nodes(), [](const Node &node) { return node.kind == NodeKind::structure; });
    }
};

QTEST_GUILESS_MAIN(FuseTest)
#include "fuse_test.moc"
