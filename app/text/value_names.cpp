// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/value_names.h"

#include "codec/codec.h"

#include <array>
#include <cstddef>

// Qt's name, so that its tools find the strings.
#define QT_TRANSLATE_NOOP(context, text) text

namespace cloop {

namespace {

char type_letter(NodeKind kind) {
    switch (kind) {
    case NodeKind::directory: return 'd';
    case NodeKind::symlink: return 'l';
    case NodeKind::character_device: return 'c';
    case NodeKind::block_device: return 'b';
    case NodeKind::fifo: return 'p';
    case NodeKind::socket: return 's';
    case NodeKind::file:
    case NodeKind::structure: break;
    }
    return '-';
}

} // namespace

const char *const head_last = QT_TRANSLATE_NOOP("Texts", "%1, head last");

const StateText &text_of(BlockState state) {
    static constexpr std::array<StateText, block_state_count> texts{{
        {"untested", QT_TRANSLATE_NOOP("Texts", "not checked"), QT_TRANSLATE_NOOP("Texts", "not checked")},
        {"sound", QT_TRANSLATE_NOOP("Texts", "sound"), QT_TRANSLATE_NOOP("Texts", "sound")},
        {"damaged", QT_TRANSLATE_NOOP("Texts", "damaged"), QT_TRANSLATE_NOOP("Texts", "damaged")},
        {"unreadable", QT_TRANSLATE_NOOP("Texts", "unreadable"), QT_TRANSLATE_NOOP("Texts", "unreadable")},
        {"unverifiable", QT_TRANSLATE_NOOP("Texts", "unverifiable"), QT_TRANSLATE_NOOP("Texts", "unverifiable: its codec has no check")},
    }};
    return texts[static_cast<std::size_t>(state)];
}

const char *name_of(NodeKind kind) {
    static constexpr std::array names{"file", "directory", "symlink", "character device", "block device", "fifo", "socket", "structure"};
    return names[static_cast<std::size_t>(kind)];
}

const char *name_of(FoundBy found_by) {
    switch (found_by) {
    case FoundBy::directory: return "directory";
    case FoundBy::path_table: return "path table";
    case FoundBy::joliet: return "joliet";
    case FoundBy::inode: return "inode";
    }
    return "";
}

const char *name_of(ImageFormat format) {
    switch (format) {
    case ImageFormat::v2: return "v2";
    case ImageFormat::v4: return "v4";
    case ImageFormat::v4_stream: return "v4-stream";
    }
    return "";
}

std::optional<ImageFormat> format_named(std::string_view name) {
    for (const ImageFormat format : {ImageFormat::v2, ImageFormat::v4, ImageFormat::v4_stream})
        if (name == name_of(format)) return format;
    return std::nullopt;
}

const char *name_of(TreeKind kind) { return kind == TreeKind::erofs ? "erofs" : "iso9660"; }

std::optional<TreeKind> tree_kind_named(std::string_view name) {
    for (const TreeKind kind : {TreeKind::iso9660, TreeKind::erofs})
        if (name == name_of(kind)) return kind;
    return std::nullopt;
}

const char *text_of(Phase phase) {
    switch (phase) {
    case Phase::list: return QT_TRANSLATE_NOOP("Texts", "Listing");
    case Phase::create: return QT_TRANSLATE_NOOP("Texts", "Compressing");
    case Phase::verify: return QT_TRANSLATE_NOOP("Texts", "Verifying");
    case Phase::read: return QT_TRANSLATE_NOOP("Texts", "Reading");
    case Phase::extract: return QT_TRANSLATE_NOOP("Texts", "Extracting");
    case Phase::convert: return QT_TRANSLATE_NOOP("Texts", "Converting");
    case Phase::scan: return QT_TRANSLATE_NOOP("Texts", "Checking");
    case Phase::compare: return QT_TRANSLATE_NOOP("Texts", "Comparing");
    case Phase::estimate: return QT_TRANSLATE_NOOP("Texts", "Estimating");
    case Phase::disc: return QT_TRANSLATE_NOOP("Texts", "Writing the disc");
    }
    return "";
}

const char *text_of(Version version) {
    switch (version) {
    case Version::v0: return QT_TRANSLATE_NOOP("Texts", "0 (0.68 and older)");
    case Version::v1: return "1.0";
    case Version::v2: return "2.0";
    case Version::v4: return "4.0";
    }
    return "";
}

std::string mode_text(const Node &node) {
    std::string text(1, type_letter(node.kind));
    for (int shift = 6; shift >= 0; shift -= 3) {
        const std::uint32_t bits = node.mode >> shift;
        text += bits & 4 ? 'r' : '-';
        text += bits & 2 ? 'w' : '-';
        text += bits & 1 ? 'x' : '-';
    }
    if (node.mode & 04000) text[3] = text[3] == 'x' ? 's' : 'S';
    if (node.mode & 02000) text[6] = text[6] == 'x' ? 's' : 'S';
    if (node.mode & 01000) text[9] = text[9] == 'x' ? 't' : 'T';
    return text;
}

std::string codec_name(std::uint8_t number) {
    const Codec *codec = find_codec(CodecId{number});
    return codec ? std::string(codec->name) : "codec " + std::to_string(number);
}

const CorrectionText &text_of(HeadCorrection::Field field) {
    static constexpr std::array<CorrectionText, 4> texts{{
        {"version", QT_TRANSLATE_NOOP("Texts", "It names a version that does not exist. Its index and blocks show version %2, which is used.")},
        {"block_size", QT_TRANSLATE_NOOP("Texts", "It says blocks of %1 bytes. The blocks themselves show %2, which is used.")},
        {"block_count", QT_TRANSLATE_NOOP("Texts", "It says %1 blocks. The index shows %2, which is used.")},
        {"size_note",
         QT_TRANSLATE_NOOP("Texts", "It notes a size that can't be right (%1 bytes). The content is read as %2 bytes, and may end in zeros.")},
    }};
    return texts[static_cast<std::size_t>(field)];
}

} // namespace cloop
