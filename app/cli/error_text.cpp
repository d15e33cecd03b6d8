#include "error_text.h"

#include "printable.h"
#include "quantities.h"

#include <cstring>

namespace cloop::cli {

namespace {

struct Text {
    ErrorCode code;
    const char *name;
    const char *sentence;  ///< %d: detail
};

constexpr Text texts[] = {
    {ErrorCode::not_found, "not_found", "there is no such file. Check the name."},
    {ErrorCode::no_permission, "no_permission", "permission denied. Choose another place, or run this with the rights that it needs."},
    {ErrorCode::already_exists, "already_exists", "is there already. Choose another name, or replace it with --force."},
    {ErrorCode::same_file, "same_file", "is an input and would be overwritten. Choose another name for the output."},
    {ErrorCode::is_a_directory, "is_a_directory", "is a folder. Name a file."},
    {ErrorCode::not_a_directory, "not_a_directory", "is no folder. Name a folder."},
    {ErrorCode::no_space, "no_space", "there is not enough room on the disc. %d Make room, or choose another disc."},
    {ErrorCode::file_too_large, "file_too_large", "the file system takes no file of that size. Choose another one."},
    {ErrorCode::read_failed, "read_failed", "can't be read (%e). Try another drive, or copy what can be read with ddrescue first."},
    {ErrorCode::write_failed, "write_failed", "can't be written (%e). Choose another place."},
    {ErrorCode::source_changed, "source_changed", "changed while it was read. Try again when nobody writes to it."},
    {ErrorCode::size_mismatch, "size_mismatch", "the input is not as long as announced (--size, or -s: %d bytes). Correct the number, or leave it out."},
    {ErrorCode::source_unreadable, "source_unreadable",
     "not everything in it can be read; the names stand above. Make it readable, or go on without with --keep-going."},
    {ErrorCode::missing_part, "missing_part", "the part %d is missing. Put it beside the others."},
    {ErrorCode::invalid_option, "invalid_option", "%d."},
    {ErrorCode::invalid_pattern, "invalid_pattern", "the pattern \"%d\" names nothing that could be left out."},
    {ErrorCode::unsupported_source, "unsupported_source", "is neither a file, a folder nor a drive."},
    {ErrorCode::archive_damaged, "archive_damaged", "the archive is damaged (%d). Fetch it again."},
    {ErrorCode::archive_cut_short, "archive_cut_short", "the archive ends before its contents do. Fetch the rest of it."},
    {ErrorCode::archive_encrypted, "archive_encrypted", "the archive is encrypted. Unpack it with its password, and use the folder."},
    {ErrorCode::archive_method_unknown, "archive_method_unknown",
     "the archive is packed in a way that is not read here (%d). Unpack it with its own program, and use the folder."},
    {ErrorCode::archive_out_of_proportion, "archive_out_of_proportion",
     "the archive holds far more names than one of its size does. If you trust it, unpack it, and use the folder."},
    {ErrorCode::no_archive, "no_archive", "is no archive, though its name says so (tar, ZIP and 7z are read). Correct the name."},
    {ErrorCode::entry_refused, "entry_refused", "this entry of the archive has no place where its name says (%d)."},
    {ErrorCode::content_too_large, "content_too_large", "is larger than the 8 TiB that ISO 9660 holds. Leave something out."},
    {ErrorCode::taken_as_it_is, "taken_as_it_is", "is taken as it is, not unpacked. If its contents are what you want, unpack it first, and use what comes out."},
    {ErrorCode::out_of_memory, "out_of_memory", "there is not enough memory. Use fewer threads, or smaller blocks."},
    {ErrorCode::path_not_found, "path_not_found", "there is no %d inside. cloop ls shows what is there."},
    {ErrorCode::invalid_map_file, "invalid_map_file", "is no map file of ddrescue: line %d makes no sense. Name another file."},
    {ErrorCode::invalid_sum_file, "invalid_sum_file", "does not tell the SHA-256 of that file. Name another one."},
    {ErrorCode::other_image, "other_image", "the map file was made of another image, or of another copy of this one. Name the right one, or check without it."},
    {ErrorCode::no_device, "no_device", "there is no such cloop device. Load the kernel module: modprobe cloop, for more than 8 devices with cloop_max=N."},
    {ErrorCode::not_a_cloop_device, "not_a_cloop_device", "is no cloop device. Name one of /dev/cloop0, /dev/cloop1 and so on."},
    {ErrorCode::no_free_device, "no_free_device", "all %d cloop devices are in use. Detach one, or load the module anew with more: modprobe -r cloop, modprobe cloop cloop_max=N."},
    {ErrorCode::device_busy, "device_busy", "an image is attached to it, or it is still in use. Detach it, or choose another device."},
    {ErrorCode::not_attached, "not_attached", "is not attached. cloop list shows what is."},
    {ErrorCode::already_suspended, "already_suspended", "is suspended already. To go on: cloop resume."},
    {ErrorCode::not_on_a_disc, "not_on_a_disc", "is on no disc that can be ejected. Suspend without --eject, and resume when it is back."},
    {ErrorCode::image_refused, "image_refused", "the kernel does not take it: it is no image that it reads, or not the one that was suspended. Its log tells why: dmesg."},
    {ErrorCode::map_without_image, "map_without_image",
     "the map file does not tell which image it was made of, so blocks that it calls sound may be damaged here. Check without it; --map then writes one that does."},
    {ErrorCode::attributes_left_out, "attributes_left_out",
     "ISO 9660 has no room for extended attributes, access lists and capabilities. Left out of: %d. Where they matter, pack a tar archive of it."},
    {ErrorCode::name_changed, "name_changed", "ISO 9660 allows names of 255 bytes. Cut, with a number at the end: %d. Shorter names stay as they are."},
    {ErrorCode::label_cut, "label_cut", "an ISO 9660 label has 32 bytes, so it becomes %d. Choose a shorter one."},
    {ErrorCode::link_too_long, "link_too_long",
     "ISO 9660 has no room for where this link leads: 248 bytes between two slashes, 1024 in all. Shorten it, or go on without with --keep-going."},
    {ErrorCode::layout_broken, "layout_broken", "the ISO 9660 that was made of it is wrong in itself (%d), so nothing was kept. Please report it, with what you did."},
    {ErrorCode::joliet_left_out, "joliet_left_out",
     "too many long names begin alike to be told apart in Joliet, which Windows reads. Left out there, but not in Rock Ridge, which Linux reads: %d."},
    {ErrorCode::tree_refused, "tree_refused", "no ISO 9660 can be made of it: %d."},
    {ErrorCode::bytes_lost, "bytes_lost", "%d bytes can't be read (%e) and are zeros in the image. Another drive may read them."},
    {ErrorCode::folders_too_deep, "folders_too_deep",
     "lies in more than 1000 folders within each other, which is too deep for an ISO 9660. Leave it out with --exclude or --keep-going, or put an archive in its place."},
    {ErrorCode::source_grew, "source_grew", "these files grew while they were read; the image holds what they had when they were listed: %d."},
    {ErrorCode::source_vanished, "source_vanished", "these were deleted while the folder was listed, and are left out: %d."},
    {ErrorCode::pattern_unmatched, "pattern_unmatched", "nothing was left out for %d. A pattern with a slash counts from the root of the source."},
    {ErrorCode::name_clash, "name_clash",
     "the file system there takes this name for that of something else that it holds, which stays. Bring it to another folder, or to a file system that tells such names apart."},
    {ErrorCode::folder_moved, "folder_moved", "was moved or swapped while files were brought into it. Try again where nobody else changes it."},
    {ErrorCode::parts_not_joined, "parts_not_joined", "is one of several parts, which go on under a name that is not counted here (%d). Join them with cat first."},
    {ErrorCode::part_alone, "part_alone", "is taken by itself. If %d is a part of the same, join them with cat, or put the first one beside them where it is missing."},
    {ErrorCode::image_too_large, "image_too_large", "the file system takes no file of that size. Cut the image into parts with --split 4G, or choose another one."},
    {ErrorCode::time_changed, "time_changed", "ISO 9660 tells no time before 1900 or after 2155. The nearest is taken for %d."},
    {ErrorCode::system, "system", "the system refused (%e). %d"},
    {ErrorCode::not_cloop, "not_cloop", "is not a cloop image."},
    {ErrorCode::head_cut_short, "head_cut_short", "the file ends within its head. Fetch it again."},
    {ErrorCode::bad_block_size, "bad_block_size", "the head names a block size of %d bytes, which no image has. The head is damaged."},
    {ErrorCode::index_too_large, "index_too_large", "%d blocks are more than an image can have. Larger blocks make fewer; if the image exists, its head is damaged."},
    {ErrorCode::no_sound_entry, "no_sound_entry", "nothing in its index can be trusted, so no block can be found."},
    {ErrorCode::entry_damaged, "entry_damaged", "the index does not tell where the block lies."},
    {ErrorCode::block_missing, "block_missing", "the file ends before the block does. Fetch the rest of it."},
    {ErrorCode::block_damaged, "block_damaged", "the stored data does not inflate."},
    {ErrorCode::block_unreadable, "block_unreadable", "the medium can't be read there (%e). Another drive may read it."},
    {ErrorCode::codec_unknown, "codec_unknown", "the block's codec is number %d, which does not exist."},
    {ErrorCode::codec_not_built_in, "codec_not_built_in", "the codec %d is known, but this program was built without it. Use one that has it."},
    {ErrorCode::verify_failed, "verify_failed",
     "what was written reads back differently, so nothing was kept. Check the disc and the memory of this machine, then try again."},
    {ErrorCode::no_filesystem, "no_filesystem", "there is no file system inside that can be read here."},
    {ErrorCode::directory_damaged, "directory_damaged", "the contents of this folder are known in part only."},
    {ErrorCode::unsafe_name, "unsafe_name", "the name would lead out of the target folder, so it was left out."},
    {ErrorCode::sum_mismatch, "sum_mismatch", "is not the file that the SHA-256 was made of. Fetch it again."},
    {ErrorCode::freebsd_image, "freebsd_image", "is an image of FreeBSD's in its format %d, which only FreeBSD reads. Unpack it there, or make it anew with mkuzip's zlib and without -d."},
    {ErrorCode::compression_unknown, "compression_unknown", "is compressed in a way that is not known here: its ZF entry is none of zisofs 1 or 2."},
    {ErrorCode::other_filesystem, "other_filesystem",
     "there is %d inside, which is not read here but by the kernel. Mount it: an image after cloop attach, a plain file with mount -o loop."},
    {ErrorCode::raw_cd_sectors, "raw_cd_sectors",
     "it holds CD sectors of %d bytes, with all that a drive adds to them. Make sectors of 2048 bytes of it first, with bchunk or ccd2iso."},
    {ErrorCode::file_cut_short, "file_cut_short", "the image ends before this file does. Fetch the rest of it."},
    {ErrorCode::record_damaged, "record_damaged",
     "its record is damaged: what it tells of name, place, size or kind contradicts itself, or the disc's other tree. Compare it with another copy."},
    {ErrorCode::tree_too_large, "tree_too_large", "its directories claim more than there can be on so small a disc, so the rest of them is left out."},
    {ErrorCode::internal, "internal", "an error of our own. Please report it, with what you did."},
    {ErrorCode::cancelled, "cancelled", "stopped."},
};

const Text &text_of(ErrorCode code) {
    for (const Text &text : texts)
        if (text.code == code) return text;
    return text_of(ErrorCode::internal);
}

std::string filled_in(std::string sentence, const std::string &mark, const std::string &value) {
    if (const auto at = sentence.find(mark); at != sentence.npos) sentence.replace(at, mark.size(), value);
    return sentence;
}

} // namespace

std::string_view code_name(ErrorCode code) { return text_of(code).name; }

std::string sentence(const Error &error) {
    std::string text;
    if (!error.subject.empty()) text += error.subject + ": ";
    if (error.block != Error::nowhere) text += "block " + number_text(error.block);
    if (error.offset != Error::nowhere) {
        const std::string offset = "offset " + number_text(error.offset);
        text += error.block != Error::nowhere ? " (" + offset + ")" : offset;
    }
    if (error.block != Error::nowhere || error.offset != Error::nowhere) text += ": ";
    std::string what = text_of(error.code).sentence;
    what = filled_in(what, " (%e)", error.sys != 0 ? std::string(" (") + std::strerror(error.sys) + ")" : "");
    if (error.detail.empty()) what = filled_in(what, "%d ", "");
    // Too little room: the detail is how many bytes are needed at least.
    const bool is_room = error.code == ErrorCode::no_space && !error.detail.empty();
    const std::string detail = error.detail + (error.more > 0 ? " and " + number_text(error.more) + " more" : "");
    what = filled_in(what, "%d", is_room ? "At least " + size_text(std::stoull(error.detail)) + " are needed." : detail);
    while (what.ends_with(' ')) what.pop_back();
    return text + what;
}

std::string sentence(const HeadCorrection &correction) {
    static constexpr const char *version_names[] = {"0", "1.0", "2.0", "4.0"};
    const std::string stated = number_text(correction.stated), used = number_text(correction.used);
    switch (correction.field) {
    case HeadCorrection::Field::version: return "its head is damaged: no version can be read. By its index and blocks it is read as one of version " + std::string(version_names[correction.used]) + ".";
    case HeadCorrection::Field::block_size: return "its head is damaged: it says blocks of " + stated + " bytes. The blocks tell " + used + ", and are read so.";
    case HeadCorrection::Field::block_count: return "its head is damaged: it says " + stated + " blocks. The index tells " + used + ", which are read.";
    case HeadCorrection::Field::size_note:
        return "the size noted in its preamble is damaged" + (correction.stated ? " (" + stated + " bytes)" : std::string()) + ". The content is read as " + used + " bytes, and may end in zeros.";
    }
    return {};
}

nlohmann::ordered_json to_json(const std::vector<HeadCorrection> &corrections) {
    static constexpr const char *fields[] = {"version", "block_size", "block_count", "size_note"};
    auto json = nlohmann::ordered_json::array();
    for (const HeadCorrection &one : corrections) json.push_back({{"field", fields[static_cast<std::size_t>(one.field)]}, {"stated", one.stated}, {"used", one.used}});
    return json;
}

nlohmann::ordered_json to_json(const Error &error) {
    nlohmann::ordered_json json{{"code", static_cast<int>(error.code)}, {"name", code_name(error.code)}, {"message", sentence(error)}};
    if (!error.subject.empty()) put_bytes(json, "file", error.subject);
    if (error.block != Error::nowhere) json["block"] = error.block;
    if (error.offset != Error::nowhere) json["offset"] = error.offset;
    if (error.sys != 0) json["errno"] = error.sys;
    return json;
}

} // namespace cloop::cli
