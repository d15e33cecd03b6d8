#include "text/sentences.h"

#include "codec/codec.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <cstring>

namespace cloop::desktop {

namespace {

struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

/// The names that an error tells, and how many others.
QString namesOf(const Error &error) {
    const QString names = nameText(error.detail);
    return error.more == 0 ? names : Sentences::tr("%1 and %2 more").arg(names, numberText(error.more));
}

QString causeOf(const Error &error) {
    const QString system = error.sys != 0 ? QString::fromLocal8Bit(std::strerror(error.sys)) : nameText(error.detail);
    switch (error.code) {
    case ErrorCode::not_found: return Sentences::tr("There is no such file. Check the name.");
    case ErrorCode::no_permission: return Sentences::tr("Permission denied. Choose another place, or ask for the rights that it needs.");
    case ErrorCode::already_exists: return Sentences::tr("It already exists. Choose another name.");
    case ErrorCode::same_file: return Sentences::tr("It is one of the inputs and would be overwritten. Choose another name.");
    case ErrorCode::is_a_directory: return Sentences::tr("It is a folder. Choose a file.");
    case ErrorCode::not_a_directory: return Sentences::tr("It is no folder. Choose a folder.");
    case ErrorCode::no_space:
        if (!error.detail.empty())
            return Sentences::tr("There is not enough room on the disc: at least %1 are needed. Make room, or choose another disc.").arg(sizeText(std::stoull(error.detail)));
        return Sentences::tr("There is not enough room on the disc. Make room, or choose another disc.");
    case ErrorCode::file_too_large: return Sentences::tr("No file of that size can be made there. Choose another disc; of archives, a .zip takes the least.");
    case ErrorCode::read_failed: return Sentences::tr("It can't be read (%1). Try another drive, or copy what can be read with ddrescue first.").arg(system);
    case ErrorCode::write_failed: return Sentences::tr("It can't be written (%1). Choose another place.").arg(system);
    case ErrorCode::source_changed: return Sentences::tr("It changed while it was read. Try again when nobody writes to it.");
    case ErrorCode::size_mismatch: return Sentences::tr("It is not as long as was announced.");
    case ErrorCode::source_unreadable:
        if (!error.detail.empty()) return Sentences::tr("Not everything in it can be read (%1). Make it readable, or go on without.").arg(nameText(error.detail));
        return Sentences::tr("Not everything in it can be read. Make it readable, or go on without.");
    case ErrorCode::missing_part: return Sentences::tr("The part %1 is missing. Put it beside the others.").arg(nameText(error.detail));
    case ErrorCode::invalid_option: return Sentences::tr("That combination does not exist: %1.").arg(nameText(error.detail));
    case ErrorCode::invalid_pattern: return Sentences::tr("The pattern %1 names nothing that could be left out.").arg(nameText(error.detail));
    case ErrorCode::unsupported_source: return Sentences::tr("It is neither a file, a folder nor a drive.");
    case ErrorCode::archive_damaged: return Sentences::tr("The archive is damaged (%1). Fetch it again.").arg(nameText(error.detail));
    case ErrorCode::archive_cut_short: return Sentences::tr("The archive ends before its contents do. Fetch the rest of it.");
    case ErrorCode::archive_encrypted: return Sentences::tr("The archive is encrypted. Unpack it with its password, and choose the folder.");
    case ErrorCode::archive_method_unknown:
        return Sentences::tr("The archive is packed in a way that is not read here (%1). Unpack it with its own program, and choose the folder.").arg(nameText(error.detail));
    case ErrorCode::archive_out_of_proportion:
        return Sentences::tr("The archive holds far more names than one of its size does. If you trust it, unpack it, and choose the folder.");
    case ErrorCode::no_archive: return Sentences::tr("It is no archive, though its name says so (tar, ZIP and 7z are read). Correct the name.");
    case ErrorCode::entry_refused: return Sentences::tr("This entry of the archive has no place where its name says (%1).").arg(nameText(error.detail));
    case ErrorCode::content_too_large: return Sentences::tr("It is larger than the 8 TiB that ISO 9660 holds. Leave something out.");
    case ErrorCode::taken_as_it_is: return Sentences::tr("It is taken as it is, not unpacked. If its contents are what you want, unpack it first, and choose what comes out.");
    case ErrorCode::out_of_memory: return Sentences::tr("There is not enough memory. Use fewer threads, or smaller blocks.");
    case ErrorCode::path_not_found: return Sentences::tr("There is no %1 inside.").arg(nameText(error.detail));
    case ErrorCode::invalid_map_file: return Sentences::tr("It is no map file of ddrescue: line %1 makes no sense. Choose another file.").arg(nameText(error.detail));
    case ErrorCode::invalid_sum_file: return Sentences::tr("This file does not tell the SHA-256 of the image. Choose another one.");
    case ErrorCode::other_image: return Sentences::tr("The map file was made of another image, or of another copy of this one. Choose the right one, or check without it.");
    case ErrorCode::map_without_image: return Sentences::tr("The map file does not tell which image it was made of, so blocks that it calls sound may be damaged here. Check without it; a map file saved then does tell.");
    case ErrorCode::no_device: return Sentences::tr("There is no such device. Load the kernel module first: modprobe cloop.");
    case ErrorCode::not_a_cloop_device: return Sentences::tr("This is no cloop device.");
    case ErrorCode::no_free_device: return Sentences::tr("All cloop devices are in use. Detach one first.");
    case ErrorCode::device_busy: return Sentences::tr("An image is attached to this device, or it is still in use. Detach it first.");
    case ErrorCode::not_attached: return Sentences::tr("Nothing is attached to this device.");
    case ErrorCode::already_suspended: return Sentences::tr("This device is suspended already.");
    case ErrorCode::not_on_a_disc: return Sentences::tr("This image is on no disc that can be ejected.");
    case ErrorCode::image_refused: return Sentences::tr("The kernel does not take this image. Its log tells why: dmesg.");
    case ErrorCode::attributes_left_out:
        return Sentences::tr("ISO 9660 has no room for extended attributes, access lists and capabilities. Left out of: %1. Where they matter, pack a tar archive of it.").arg(namesOf(error));
    case ErrorCode::name_changed:
        return Sentences::tr("ISO 9660 allows names of 255 bytes. Cut, with a number at the end: %1. Shorter names stay as they are.").arg(namesOf(error));
    case ErrorCode::label_cut: return Sentences::tr("An ISO 9660 label has 32 bytes, so it becomes %1. Choose a shorter one.").arg(namesOf(error));
    case ErrorCode::link_too_long:
        return Sentences::tr("ISO 9660 has no room for where this link leads: 248 bytes between two slashes, 1024 in all. Shorten it, or go on without.");
    case ErrorCode::layout_broken: return Sentences::tr("The ISO 9660 that was made of it is wrong in itself (%1), so nothing was kept. Please report it, with what you did.").arg(nameText(error.detail));
    case ErrorCode::joliet_left_out:
        return Sentences::tr("Too many long names begin alike to be told apart in Joliet, which Windows reads. Left out there, but not in Rock Ridge, which Linux reads: %1.").arg(namesOf(error));
    case ErrorCode::tree_refused: return Sentences::tr("No ISO 9660 can be made of it: %1.").arg(nameText(error.detail));
    case ErrorCode::bytes_lost: return Sentences::tr("%1 bytes can't be read and are zeros in the image. Another drive may read them.").arg(nameText(error.detail));
    case ErrorCode::folders_too_deep:
        return Sentences::tr("It lies in more than 1000 folders within each other, which is too deep for an ISO 9660. Leave it out, or put an archive in its place.");
    case ErrorCode::source_grew: return Sentences::tr("These files grew while they were read; the image holds what they had when they were listed: %1.").arg(namesOf(error));
    case ErrorCode::source_vanished: return Sentences::tr("These were deleted while the folder was listed, and are left out: %1.").arg(namesOf(error));
    case ErrorCode::pattern_unmatched:
        return Sentences::tr("Nothing was left out for %1. A pattern with a slash counts from the root of the source.").arg(namesOf(error));
    case ErrorCode::name_clash:
        return Sentences::tr("The file system there takes this name for that of something else that it holds, which stays. Choose another folder, or a file system that tells such names apart.");
    case ErrorCode::folder_moved: return Sentences::tr("It was moved or swapped while files were brought into it. Try again where nobody else changes it.");
    case ErrorCode::parts_not_joined:
        return Sentences::tr("It is one of several parts, which go on under a name that is not counted here (%1). Join them first.").arg(nameText(error.detail));
    case ErrorCode::part_alone:
        return Sentences::tr("It is taken by itself. If %1 is a part of the same, join them first, or put the first one beside them where it is missing.").arg(nameText(error.detail));
    case ErrorCode::time_changed:
        return Sentences::tr("ISO 9660 tells no time before 1900 or after 2155. The nearest is taken for %1.").arg(nameText(error.detail));
    case ErrorCode::image_too_large: return Sentences::tr("The file system takes no file of that size. Choose another disc, or cut the image into parts.");
    case ErrorCode::system: return Sentences::tr("The system refused (%1).").arg(system);
    case ErrorCode::not_cloop: return Sentences::tr("It is not a cloop image.");
    case ErrorCode::head_cut_short: return Sentences::tr("The file ends within its head. Fetch it again.");
    case ErrorCode::bad_block_size: return Sentences::tr("Its head names a block size of %1 bytes, which no image has: the head is damaged.").arg(nameText(error.detail));
    case ErrorCode::index_too_large: return Sentences::tr("%1 blocks are more than an image can have. Larger blocks make fewer.").arg(nameText(error.detail));
    case ErrorCode::no_sound_entry: return Sentences::tr("Nothing in its index can be trusted, so no block can be found.");
    case ErrorCode::entry_damaged: return Sentences::tr("The index does not tell where the block lies.");
    case ErrorCode::block_missing: return Sentences::tr("The file ends before the block does. Fetch the rest of it.");
    case ErrorCode::block_damaged: return Sentences::tr("The stored data does not inflate.");
    case ErrorCode::block_unreadable:
        // A map file tells that, but not what the drive said.
        if (error.sys == 0) return Sentences::tr("The medium could not be read there, by the map file. Another drive may read it.");
        return Sentences::tr("The medium can't be read there (%1). Another drive may read it.").arg(system);
    case ErrorCode::codec_not_built_in: return Sentences::tr("The codec %1 is known, but this program was built without it. Use one that has it.").arg(nameText(error.detail));
    case ErrorCode::codec_unknown: return Sentences::tr("The block's codec is number %1, which does not exist.").arg(nameText(error.detail));
    case ErrorCode::verify_failed:
        return Sentences::tr("What was written reads back differently, so nothing was kept. Check the disc and the memory of this machine, then try again.");
    case ErrorCode::no_filesystem: return Sentences::tr("There is no file system inside that can be read here.");
    case ErrorCode::directory_damaged: return Sentences::tr("The contents of this folder are known in part only.");
    case ErrorCode::unsafe_name: return Sentences::tr("The name would lead out of the target folder, so it was left out.");
    case ErrorCode::freebsd_image: return Sentences::tr("It is an image of FreeBSD's in its format %1, which only FreeBSD reads. Unpack it there.").arg(nameText(error.detail));
    case ErrorCode::file_cut_short: return Sentences::tr("The image ends before this file does. Fetch the rest of it.");
    case ErrorCode::compression_unknown: return Sentences::tr("It is compressed in a way that is not known here: its ZF entry is none of zisofs 1 or 2.");
    case ErrorCode::other_filesystem:
        return Sentences::tr("There is %1 inside, which is not read here but by the kernel. Attach the image, then mount it.").arg(nameText(error.detail));
    case ErrorCode::raw_cd_sectors:
        return Sentences::tr("It holds CD sectors of %1 bytes, with all that a drive adds to them. Make sectors of 2048 bytes of it first, with bchunk or ccd2iso.")
            .arg(nameText(error.detail));
    case ErrorCode::record_damaged:
        return Sentences::tr("Its record is damaged: what it tells of name, place, size or kind contradicts itself, or the disc's other tree. Compare it with another copy.");
    case ErrorCode::tree_too_large: return Sentences::tr("Its directories claim more than there can be on so small a disc, so the rest of them is left out.");
    case ErrorCode::sum_mismatch: return Sentences::tr("It is not the file that the SHA-256 was made of (%1). Fetch it again.").arg(nameText(error.detail));
    case ErrorCode::cancelled: return Sentences::tr("Stopped.");
    case ErrorCode::internal: break;
    }
    return Sentences::tr("An error of our own. Please report it, with what you did.");
}

} // namespace

QString sentenceOf(const Error &error) {
    QString text = causeOf(error);
    if (error.block != Error::nowhere) text = Sentences::tr("Block %1: %2").arg(numberText(error.block), text);
    return error.subject.empty() ? text : Sentences::tr("%1: %2").arg(nameText(error.subject), text);
}

QString sizeText(std::uint64_t bytes) { return QLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 1024 ? 0 : 1); }

QString numberText(std::uint64_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

QString percentText(double share) { return Sentences::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)); }

QString clockText(double seconds) {
    const auto all = static_cast<qint64>(seconds + 0.5);
    const QLatin1Char zero('0');
    if (all >= 3600) return Sentences::tr("%1:%2 h", "hours and minutes").arg(all / 3600).arg(all % 3600 / 60, 2, 10, zero);
    return Sentences::tr("%1:%2", "minutes and seconds").arg(all / 60).arg(all % 60, 2, 10, zero);
}

QString aboutText(double seconds) {
    if (seconds < 1.5) return Sentences::tr("a moment");
    if (seconds < 100) return Sentences::tr("about %1 s").arg(QLocale().toString(seconds, 'f', 0));
    if (seconds < 5400) return Sentences::tr("about %1 min").arg(QLocale().toString(seconds / 60, 'f', 0));
    return Sentences::tr("about %1 h").arg(QLocale().toString(seconds / 3600, 'f', 1));
}

QString codecText(std::uint8_t number) {
    const Codec *codec = find_codec(CodecId{number});
    return codec ? QString::fromLatin1(codec->name.data(), static_cast<qsizetype>(codec->name.size())) : QString::number(number);
}

QString correctionText(const HeadCorrection &correction) {
    const QString stated = numberText(correction.stated), used = numberText(correction.used);
    switch (correction.field) {
    case HeadCorrection::Field::version: return Sentences::tr("names no version that can be read");
    case HeadCorrection::Field::block_size: return Sentences::tr("says blocks of %1 bytes; the blocks tell %2").arg(stated, used);
    case HeadCorrection::Field::block_count: return Sentences::tr("says %1 blocks; the index tells %2").arg(stated, used);
    case HeadCorrection::Field::size_note: return Sentences::tr("notes a size that can't be true; read as %1 bytes").arg(used);
    }
    return {};
}

QString versionText(const Head &head) {
    const QString version = head.version == Version::v0   ? Sentences::tr("0 (0.68 and older)")
                            : head.version == Version::v1 ? QStringLiteral("1.0")
                            : head.version == Version::v2 ? QStringLiteral("2.0")
                                                          : QStringLiteral("4.0");
    return head.place == HeadPlace::last ? Sentences::tr("%1, head last").arg(version) : version;
}

QString causeText(const Error &error) {
    Error cause = error;
    cause.subject.clear();
    cause.block = Error::nowhere;
    return sentenceOf(cause);
}

QString pathText(const QString &path) {
    // In a line from right to left the first slash would go to the end.
    return QChar(0x2066) + path + QChar(0x2069);
}

QString nameText(std::string_view name) { return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())); }

std::string encodedPath(const QString &path) { return QFile::encodeName(path).toStdString(); }

QString stateText(BlockState state) {
    switch (state) {
    case BlockState::untested: return Sentences::tr("not tested");
    case BlockState::sound: return Sentences::tr("sound");
    case BlockState::damaged: return Sentences::tr("damaged");
    case BlockState::unreadable: return Sentences::tr("unreadable");
    case BlockState::unverifiable: return Sentences::tr("unverifiable: its codec has no check");
    }
    return {};
}

QString shortStateText(BlockState state) { return state == BlockState::unverifiable ? Sentences::tr("unverifiable") : stateText(state); }

QString progressText(const Progress &progress) {
    const QString phase = [&] {
        switch (progress.phase) {
        case Phase::list: return Sentences::tr("Listing");
        case Phase::create: return Sentences::tr("Compressing");
        case Phase::verify: return Sentences::tr("Verifying");
        case Phase::read: return Sentences::tr("Reading");
        case Phase::extract: return Sentences::tr("Extracting");
        case Phase::convert: return Sentences::tr("Converting");
        case Phase::scan: return Sentences::tr("Checking");
        case Phase::compare: return Sentences::tr("Comparing");
        case Phase::estimate: return Sentences::tr("Estimating");
        }
        return QString();
    }();
    if (!progress.total) return Sentences::tr("%1: %2").arg(phase, sizeText(progress.done));
    return Sentences::tr("%1: %2 of %3").arg(phase, sizeText(progress.done), sizeText(*progress.total));
}

} // namespace cloop::desktop
