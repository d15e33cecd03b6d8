// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_texts.h"

#include <algorithm>
#include <cstddef>

// Qt's name, so that its tools find the strings.
#define QT_TRANSLATE_NOOP(context, text) text

namespace cloop {

namespace {

constexpr ErrorText texts[] = {
    {ErrorCode::not_found, "not_found", QT_TRANSLATE_NOOP("Texts", "It does not exist."), QT_TRANSLATE_NOOP("Texts", "Check the name.")},
    {ErrorCode::no_permission, "no_permission", QT_TRANSLATE_NOOP("Texts", "Access is not permitted."),
     QT_TRANSLATE_NOOP("Texts", "Choose another place, or ask for the rights that it needs."),
     "Choose another place, or run this with the rights that it needs."},
    {ErrorCode::already_exists, "already_exists", QT_TRANSLATE_NOOP("Texts", "It already exists."),
     QT_TRANSLATE_NOOP("Texts", "Choose another name."), "Choose another name, or replace it with --force."},
    {ErrorCode::same_file, "same_file", QT_TRANSLATE_NOOP("Texts", "It is an input and would be overwritten."),
     QT_TRANSLATE_NOOP("Texts", "Choose another name for the output.")},
    {ErrorCode::is_a_directory, "is_a_directory", QT_TRANSLATE_NOOP("Texts", "It is a folder."), QT_TRANSLATE_NOOP("Texts", "Choose a file."),
     "Name a file."},
    {ErrorCode::not_a_directory, "not_a_directory", QT_TRANSLATE_NOOP("Texts", "It is not a folder."), QT_TRANSLATE_NOOP("Texts", "Choose a folder."),
     "Name a folder."},
    {ErrorCode::no_space, "no_space", QT_TRANSLATE_NOOP("Texts", "There is not enough room on the disc (at least %1 needed)."),
     QT_TRANSLATE_NOOP("Texts", "Make room, or choose another disc."), nullptr, DetailKind::bytes},
    {ErrorCode::file_too_large, "file_too_large", QT_TRANSLATE_NOOP("Texts", "The file system takes no file of that size."),
     QT_TRANSLATE_NOOP("Texts", "Choose another disc.")},
    {ErrorCode::read_failed, "read_failed", QT_TRANSLATE_NOOP("Texts", "It can't be read (%2)."),
     QT_TRANSLATE_NOOP("Texts", "Try another drive, or copy what can be read with ddrescue first.")},
    {ErrorCode::write_failed, "write_failed", QT_TRANSLATE_NOOP("Texts", "It can't be written (%2)."),
     QT_TRANSLATE_NOOP("Texts", "Choose another place.")},
    {ErrorCode::source_changed, "source_changed", QT_TRANSLATE_NOOP("Texts", "It changed while it was read."),
     QT_TRANSLATE_NOOP("Texts", "Try again when nobody writes to it.")},
    {ErrorCode::size_mismatch, "size_mismatch", QT_TRANSLATE_NOOP("Texts", "The input is not as long as announced (%1 bytes)."),
     QT_TRANSLATE_NOOP("Texts", "Correct the number, or leave it out."), "Correct the number of --size (or -s), or leave it out.",
     DetailKind::number},
    {ErrorCode::source_unreadable, "source_unreadable", QT_TRANSLATE_NOOP("Texts", "A part of it can't be read (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Make that part readable, or go on without it."),
     "Make what is named above readable, or go on without it with --keep-going."},
    {ErrorCode::missing_part, "missing_part", QT_TRANSLATE_NOOP("Texts", "The part %1 is missing."),
     QT_TRANSLATE_NOOP("Texts", "Put it beside the others.")},
    // For the command only, because the window offers no invalid options.
    {ErrorCode::invalid_option, "invalid_option", "%1."},
    {ErrorCode::invalid_pattern, "invalid_pattern", QT_TRANSLATE_NOOP("Texts", "The pattern \"%1\" can't match anything."),
     QT_TRANSLATE_NOOP("Texts", "Correct it, or leave it out.")},
    {ErrorCode::unsupported_source, "unsupported_source", QT_TRANSLATE_NOOP("Texts", "It is neither a file, a folder nor a drive.")},
    {ErrorCode::archive_damaged, "archive_damaged", QT_TRANSLATE_NOOP("Texts", "The archive is damaged (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Fetch it again.")},
    {ErrorCode::out_of_memory, "out_of_memory", QT_TRANSLATE_NOOP("Texts", "There is not enough memory."),
     QT_TRANSLATE_NOOP("Texts", "Use fewer threads, or smaller blocks.")},
    {ErrorCode::path_not_found, "path_not_found", QT_TRANSLATE_NOOP("Texts", "It does not contain %1."), "", "cloop ls shows what it contains."},
    {ErrorCode::system, "system", QT_TRANSLATE_NOOP("Texts", "The system refused it (%2).")},
    {ErrorCode::invalid_map_file, "invalid_map_file", QT_TRANSLATE_NOOP("Texts", "It is not a map file of ddrescue, because line %1 makes no sense."),
     QT_TRANSLATE_NOOP("Texts", "Choose another file."), "Name another file."},
    {ErrorCode::invalid_sum_file, "invalid_sum_file", QT_TRANSLATE_NOOP("Texts", "It does not contain the SHA-256 of that file."),
     QT_TRANSLATE_NOOP("Texts", "Choose another file."), "Name another file."},
    {ErrorCode::other_image, "other_image", QT_TRANSLATE_NOOP("Texts", "The map file was made of another image, or of another copy of this one."),
     QT_TRANSLATE_NOOP("Texts", "Choose the right one, or check without it."), "Name the right one, or check without it."},
    {ErrorCode::no_device, "no_device", QT_TRANSLATE_NOOP("Texts", "The cloop device does not exist."),
     QT_TRANSLATE_NOOP("Texts", "Load the kernel module first: modprobe cloop."),
     "Load the kernel module: modprobe cloop, for more than 8 devices with cloop_max=N."},
    {ErrorCode::not_a_cloop_device, "not_a_cloop_device", QT_TRANSLATE_NOOP("Texts", "It is not a cloop device."), "",
     "Name one of /dev/cloop0, /dev/cloop1 and so on."},
    {ErrorCode::no_free_device, "no_free_device", QT_TRANSLATE_NOOP("Texts", "All %1 cloop devices are in use."),
     QT_TRANSLATE_NOOP("Texts", "Detach one first."), "Detach one, or load the module anew with more: modprobe -r cloop, modprobe cloop cloop_max=N.",
     DetailKind::number},
    {ErrorCode::device_busy, "device_busy", QT_TRANSLATE_NOOP("Texts", "An image is attached to it, or it is still in use."),
     QT_TRANSLATE_NOOP("Texts", "Detach it first."), "Detach it, or choose another device."},
    {ErrorCode::not_attached, "not_attached", QT_TRANSLATE_NOOP("Texts", "It is not attached."), "", "cloop list shows what is."},
    {ErrorCode::already_suspended, "already_suspended", QT_TRANSLATE_NOOP("Texts", "It is already suspended."), "", "cloop resume goes on with it."},
    {ErrorCode::not_on_a_disc, "not_on_a_disc", QT_TRANSLATE_NOOP("Texts", "It is not on a disc that can be ejected."), "",
     "Suspend without --eject, and resume when it is back."},
    {ErrorCode::image_refused, "image_refused",
     QT_TRANSLATE_NOOP("Texts", "The kernel refuses it, because it is not an image that the kernel reads, or not the one that was suspended."),
     QT_TRANSLATE_NOOP("Texts", "The kernel's log says which: dmesg.")},
    {ErrorCode::map_without_image, "map_without_image",
     QT_TRANSLATE_NOOP("Texts", "The map file does not say which image it was made of, so blocks that it calls sound may be damaged here."),
     QT_TRANSLATE_NOOP("Texts", "Check without it; a map file saved afterwards says it."), "Check without it; --map then writes one that says it."},
    {ErrorCode::attributes_left_out, "attributes_left_out",
     QT_TRANSLATE_NOOP(
         "Texts",
         "Extended attributes, access lists and capabilities are left out, because the file system has no room for them. Files that have some: %1."),
     QT_TRANSLATE_NOOP("Texts", "Where they matter, pack a tar archive."), "An EROFS keeps them: --filesystem erofs."},
    {ErrorCode::name_changed, "name_changed",
     QT_TRANSLATE_NOOP("Texts", "Names above the 255 bytes that ISO 9660 allows are cut and end in a number: %1."),
     QT_TRANSLATE_NOOP("Texts", "Shorter names stay as they are.")},
    {ErrorCode::label_cut, "label_cut", QT_TRANSLATE_NOOP("Texts", "The label becomes %1, because ISO 9660 gives it 32 bytes, EROFS 16."),
     QT_TRANSLATE_NOOP("Texts", "Choose a shorter one.")},
    {ErrorCode::link_too_long, "link_too_long",
     QT_TRANSLATE_NOOP("Texts", "The link's target is too long. ISO 9660 takes 1024 bytes, and 248 between two slashes; EROFS takes 4095."),
     QT_TRANSLATE_NOOP("Texts", "Shorten it, or go on without the link."), "Shorten it, or go on without the link with --keep-going."},
    {ErrorCode::layout_broken, "layout_broken", QT_TRANSLATE_NOOP("Texts", "The ISO 9660 made of it contradicts itself, so nothing was kept."),
     QT_TRANSLATE_NOOP("Texts", "Please report it, with what you did.")},
    {ErrorCode::tree_refused, "tree_refused", QT_TRANSLATE_NOOP("Texts", "It can't become an ISO 9660, because libisofs refuses it (%1).")},
    {ErrorCode::bytes_lost, "bytes_lost", QT_TRANSLATE_NOOP("Texts", "%1 bytes can't be read (%2) and are zeros in the image."),
     QT_TRANSLATE_NOOP("Texts", "Another drive may read them."), nullptr, DetailKind::number},
    {ErrorCode::archive_cut_short, "archive_cut_short", QT_TRANSLATE_NOOP("Texts", "The archive ends before its contents do."),
     QT_TRANSLATE_NOOP("Texts", "Fetch the rest of it.")},
    {ErrorCode::archive_encrypted, "archive_encrypted", QT_TRANSLATE_NOOP("Texts", "The archive is encrypted."),
     QT_TRANSLATE_NOOP("Texts", "Unpack it with its password, and use the folder.")},
    {ErrorCode::archive_method_unknown, "archive_method_unknown",
     QT_TRANSLATE_NOOP("Texts", "The archive is packed in a way that is not read here (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Unpack it with its own program, and use the folder.")},
    {ErrorCode::archive_out_of_proportion, "archive_out_of_proportion",
     QT_TRANSLATE_NOOP("Texts", "The archive holds far more names than others of its size."),
     QT_TRANSLATE_NOOP("Texts", "If you trust it, unpack it, and use the folder.")},
    {ErrorCode::no_archive, "no_archive",
     QT_TRANSLATE_NOOP("Texts", "It is not an archive that can be read here (tar, ZIP, 7z), though its name says so."),
     QT_TRANSLATE_NOOP("Texts", "Correct the name.")},
    {ErrorCode::entry_refused, "entry_refused", QT_TRANSLATE_NOOP("Texts", "This entry of the archive can't be placed where its name says.")},
    {ErrorCode::content_too_large, "content_too_large", QT_TRANSLATE_NOOP("Texts", "It is larger than the 8 TiB that ISO 9660 holds."),
     QT_TRANSLATE_NOOP("Texts", "Leave something out.")},
    {ErrorCode::taken_as_it_is, "taken_as_it_is", QT_TRANSLATE_NOOP("Texts", "It is taken as it is, not unpacked."),
     QT_TRANSLATE_NOOP("Texts", "If its contents are what you want, unpack it first, and use what comes out.")},
    {ErrorCode::joliet_left_out, "joliet_left_out",
     QT_TRANSLATE_NOOP("Texts", "Joliet, which Windows reads, leaves these names out, because too many long ones begin alike: %1."),
     QT_TRANSLATE_NOOP("Texts", "Rock Ridge, which Linux reads, has them.")},
    {ErrorCode::folders_too_deep, "folders_too_deep",
     QT_TRANSLATE_NOOP("Texts", "It lies in more than 1000 folders within each other, which is too deep for an ISO 9660."),
     QT_TRANSLATE_NOOP("Texts", "Leave it out, or put an archive in its place."),
     "Leave it out with --exclude or --keep-going, or put an archive in its place."},
    {ErrorCode::source_grew, "source_grew", QT_TRANSLATE_NOOP("Texts", "These files grew while they were read: %1."),
     QT_TRANSLATE_NOOP("Texts", "The image holds what they had when they were listed.")},
    {ErrorCode::source_vanished, "source_vanished",
     QT_TRANSLATE_NOOP("Texts", "These were deleted while the folder was listed, and are left out: %1.")},
    {ErrorCode::pattern_unmatched, "pattern_unmatched", QT_TRANSLATE_NOOP("Texts", "Nothing in the source matches %1."),
     QT_TRANSLATE_NOOP("Texts", "A pattern with a slash counts from the root of the source.")},
    {ErrorCode::name_clash, "name_clash",
     QT_TRANSLATE_NOOP("Texts", "The file system takes this name for that of something else in the folder, which stays."),
     QT_TRANSLATE_NOOP("Texts", "Choose another folder, or a file system that distinguishes such names.")},
    {ErrorCode::folder_moved, "folder_moved", QT_TRANSLATE_NOOP("Texts", "It was moved or replaced while files were brought into it."),
     QT_TRANSLATE_NOOP("Texts", "Try again where nobody else changes it.")},
    {ErrorCode::parts_not_joined, "parts_not_joined",
     QT_TRANSLATE_NOOP("Texts", "It is one of several parts, and the next one does not count on from its name (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Join them first."), "Join them with cat first."},
    {ErrorCode::part_alone, "part_alone", QT_TRANSLATE_NOOP("Texts", "It is taken by itself."),
     QT_TRANSLATE_NOOP("Texts", "If %1 belongs to it, join them first, or put the first part beside them where it is missing."),
     "If %1 belongs to it, join them with cat, or put the first part beside them where it is missing."},
    {ErrorCode::image_too_large, "image_too_large", QT_TRANSLATE_NOOP("Texts", "The file system takes no file of that size."),
     QT_TRANSLATE_NOOP("Texts", "Choose another disc, or cut the image into parts."),
     "Choose another disc, or cut the image into parts with --split 4G."},
    {ErrorCode::time_changed, "time_changed",
     QT_TRANSLATE_NOOP("Texts", "The time of %1 becomes the nearest that ISO 9660 can express (1900 to 2155).")},
    {ErrorCode::output_is_terminal, "output_is_terminal", QT_TRANSLATE_NOOP("Texts", "It is a terminal, which can't show what would be written."),
     QT_TRANSLATE_NOOP("Texts", "Choose a file."), "Send the output to a file or a pipe."},
    {ErrorCode::output_unnamed, "output_unnamed", QT_TRANSLATE_NOOP("Texts", "The output has no name."), QT_TRANSLATE_NOOP("Texts", "Name a file."),
     "Name a file, or write to standard output with -."},
    {ErrorCode::not_a_regular_file, "not_a_regular_file", QT_TRANSLATE_NOOP("Texts", "It is not an ordinary file, so it is not replaced."),
     QT_TRANSLATE_NOOP("Texts", "Choose another name."), "Name another file, or write to standard output with -."},
    {ErrorCode::head_not_apart, "head_not_apart", QT_TRANSLATE_NOOP("Texts", "The head and the blocks can't go to the same file."),
     QT_TRANSLATE_NOOP("Texts", "Name two files.")},
    {ErrorCode::codec_needs_v4, "codec_needs_v4", QT_TRANSLATE_NOOP("Texts", "The codec %1 exists only in version 4."),
     QT_TRANSLATE_NOOP("Texts", "Choose another codec, or version 4."), "Choose another codec, or the format v4 or v4-stream."},
    {ErrorCode::codec_without_levels, "codec_without_levels", QT_TRANSLATE_NOOP("Texts", "The codec %1 has no levels."),
     QT_TRANSLATE_NOOP("Texts", "Leave the level out.")},
    {ErrorCode::level_out_of_range, "level_out_of_range", QT_TRANSLATE_NOOP("Texts", "The codec does not have that level (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Choose another level.")},
    {ErrorCode::input_not_seekable, "input_not_seekable",
     QT_TRANSLATE_NOOP("Texts", "Standard input is read only from beginning to end, and here any place must be readable."),
     QT_TRANSLATE_NOOP("Texts", "Name a file.")},
    {ErrorCode::invalid_date_epoch, "invalid_date_epoch",
     QT_TRANSLATE_NOOP("Texts", "SOURCE_DATE_EPOCH is \"%1\", which is not a number of seconds since 1970."),
     QT_TRANSLATE_NOOP("Texts", "Correct or unset this variable.")},
    {ErrorCode::pattern_list_too_long, "pattern_list_too_long",
     QT_TRANSLATE_NOOP("Texts", "It is longer than the 16 MiB that a list of patterns can have."), QT_TRANSLATE_NOOP("Texts", "Choose another file."),
     "Name another file."},
    {ErrorCode::names_too_alike, "names_too_alike",
     QT_TRANSLATE_NOOP("Texts", "More than %1 names in one folder begin with the same 27 letters, which is too much for an ISO 9660."),
     QT_TRANSLATE_NOOP("Texts", "Rename some, or leave them out."), "Rename some, or leave them out with --exclude.", DetailKind::number},
    {ErrorCode::library_too_old, "library_too_old", QT_TRANSLATE_NOOP("Texts", "The library %1 or newer is needed, and an older one is installed."),
     QT_TRANSLATE_NOOP("Texts", "Update it.")},
    {ErrorCode::archive_needs_memory, "archive_needs_memory",
     QT_TRANSLATE_NOOP("Texts", "The archive takes too much memory to unpack, because its dictionary has %1."),
     QT_TRANSLATE_NOOP("Texts", "Unpack it with its own program, and use the folder."), nullptr, DetailKind::bytes},
    {ErrorCode::archive_in_volumes, "archive_in_volumes", QT_TRANSLATE_NOOP("Texts", "It is the last of several volumes of a ZIP."),
     QT_TRANSLATE_NOOP("Texts", "Join the volumes first, as zip -s 0 does.")},
    {ErrorCode::entry_unnamed, "entry_unnamed", QT_TRANSLATE_NOOP("Texts", "This entry of the archive has no name.")},
    {ErrorCode::entry_name_too_long, "entry_name_too_long", QT_TRANSLATE_NOOP("Texts", "The name of this entry of the archive is too long.")},
    {ErrorCode::entry_name_taken, "entry_name_taken",
     QT_TRANSLATE_NOOP("Texts", "This entry of the archive has the name of an earlier one, perhaps with its accents stored in another way."),
     QT_TRANSLATE_NOOP("Texts", "If both are needed, unpack the archive with its own program, and use the folder.")},
    {ErrorCode::entry_below_file, "entry_below_file", QT_TRANSLATE_NOOP("Texts", "This entry of the archive lies in %1, which is not a folder.")},
    {ErrorCode::entry_replaces_folder, "entry_replaces_folder",
     QT_TRANSLATE_NOOP("Texts", "This entry of the archive has the name of a folder that is not empty.")},
    {ErrorCode::entry_in_circle, "entry_in_circle",
     QT_TRANSLATE_NOOP("Texts", "The links on the way to this entry of the archive lead in a circle.")},
    {ErrorCode::hard_link_broken, "hard_link_broken",
     QT_TRANSLATE_NOOP("Texts", "This entry of the archive is a hard link to %1, which is not in it.")},
    {ErrorCode::hard_link_to_folder, "hard_link_to_folder",
     QT_TRANSLATE_NOOP("Texts", "This entry of the archive is a hard link to a folder, which can't be.")},
    {ErrorCode::disc_mounted_twice, "disc_mounted_twice", QT_TRANSLATE_NOOP("Texts", "The disc is mounted there too."),
     QT_TRANSLATE_NOOP("Texts", "Unmount it there first.")},
    {ErrorCode::disc_busy, "disc_busy", QT_TRANSLATE_NOOP("Texts", "The disc can't be unmounted (%2)."),
     QT_TRANSLATE_NOOP("Texts", "Close what uses it; fuser -vm lists that.")},
    {ErrorCode::drive_stays_closed, "drive_stays_closed", QT_TRANSLATE_NOOP("Texts", "The drive does not open (%2)."),
     QT_TRANSLATE_NOOP("Texts", "Take the disc out by hand.")},
    {ErrorCode::device_has_partitions, "device_has_partitions",
     QT_TRANSLATE_NOOP("Texts", "It can't be suspended, because it shows partitions (--partscan, or partx)."),
     QT_TRANSLATE_NOOP("Texts", "Unmount and detach it instead.")},
    {ErrorCode::zip_too_small, "zip_too_small", QT_TRANSLATE_NOOP("Texts", "A .zip holds 65 535 names and 4 GiB at most, and there is more."),
     QT_TRANSLATE_NOOP("Texts", "Choose .tar.xz instead.")},
    {ErrorCode::pack_name_unknown, "pack_name_unknown", QT_TRANSLATE_NOOP("Texts", "The name does not say which kind of archive it is to be."),
     QT_TRANSLATE_NOOP("Texts", "Let it end in .tar.xz or .zip.")},

    {ErrorCode::name_shown_cut, "name_shown_cut",
     QT_TRANSLATE_NOOP("Texts", "Linux cuts names of 254 and 255 bytes when it reads ISO 9660: %1."),
     QT_TRANSLATE_NOOP("Texts", "Shorter names stay as they are."), "Shorten them, or make an EROFS with --filesystem erofs."},
    {ErrorCode::device_shown_wrong, "device_shown_wrong",
     QT_TRANSLATE_NOOP("Texts", "Linux misreads device numbers with a minor above 255 in ISO 9660: %1."), "",
     "An EROFS keeps them: --filesystem erofs."},
    {ErrorCode::not_cloop, "not_cloop", QT_TRANSLATE_NOOP("Texts", "It is not a cloop image.")},
    {ErrorCode::head_cut_short, "head_cut_short", QT_TRANSLATE_NOOP("Texts", "The file ends within its head."),
     QT_TRANSLATE_NOOP("Texts", "Fetch it again.")},
    {ErrorCode::bad_block_size, "bad_block_size",
     QT_TRANSLATE_NOOP("Texts", "The head is damaged: it names a block size of %1 bytes, which no image has."), "", nullptr, DetailKind::number},
    {ErrorCode::index_too_large, "index_too_large", QT_TRANSLATE_NOOP("Texts", "%1 blocks are more than an image can have."),
     QT_TRANSLATE_NOOP("Texts", "Larger blocks make fewer; if the image exists, its head is damaged."), nullptr, DetailKind::number},
    {ErrorCode::no_sound_entry, "no_sound_entry", QT_TRANSLATE_NOOP("Texts", "No block can be found, because nothing in the index can be trusted.")},
    {ErrorCode::entry_damaged, "entry_damaged", QT_TRANSLATE_NOOP("Texts", "The index does not say where the block lies.")},
    {ErrorCode::block_missing, "block_missing", QT_TRANSLATE_NOOP("Texts", "The file ends before the block does."),
     QT_TRANSLATE_NOOP("Texts", "Fetch the rest of it.")},
    {ErrorCode::block_damaged, "block_damaged", QT_TRANSLATE_NOOP("Texts", "The stored data can't be decompressed.")},
    {ErrorCode::block_unreadable, "block_unreadable", QT_TRANSLATE_NOOP("Texts", "The medium can't be read there (%2)."),
     QT_TRANSLATE_NOOP("Texts", "Another drive may read it.")},
    {ErrorCode::codec_unknown, "codec_unknown", QT_TRANSLATE_NOOP("Texts", "The block's codec has the number %1, which does not exist.")},
    {ErrorCode::codec_not_built_in, "codec_not_built_in", QT_TRANSLATE_NOOP("Texts", "The codec %1 is known, but this program was built without it."),
     QT_TRANSLATE_NOOP("Texts", "Use a program that has it.")},
    {ErrorCode::verify_failed, "verify_failed", QT_TRANSLATE_NOOP("Texts", "What was written reads back differently, so nothing was kept."),
     QT_TRANSLATE_NOOP("Texts", "Check the disc and the memory of this machine, then try again.")},
    {ErrorCode::no_filesystem, "no_filesystem", QT_TRANSLATE_NOOP("Texts", "It does not contain a file system that can be read here.")},
    {ErrorCode::directory_damaged, "directory_damaged", QT_TRANSLATE_NOOP("Texts", "The contents of this folder are known only in part.")},
    {ErrorCode::unsafe_name, "unsafe_name", QT_TRANSLATE_NOOP("Texts", "The name would lead out of the target folder, so it was left out.")},
    {ErrorCode::file_cut_short, "file_cut_short", QT_TRANSLATE_NOOP("Texts", "The image ends before this file does."),
     QT_TRANSLATE_NOOP("Texts", "Fetch the rest of it.")},
    {ErrorCode::sum_mismatch, "sum_mismatch", QT_TRANSLATE_NOOP("Texts", "It is not the file that the SHA-256 was made of (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Fetch it again.")},
    {ErrorCode::freebsd_image, "freebsd_image", QT_TRANSLATE_NOOP("Texts", "It is an image of FreeBSD in its format %1, which only FreeBSD reads."),
     QT_TRANSLATE_NOOP("Texts", "Unpack it there."), "Unpack it there, or make it anew with mkuzip's zlib and without -d."},
    {ErrorCode::compression_unknown, "compression_unknown",
     QT_TRANSLATE_NOOP("Texts", "It is compressed in a way that is not known here, because its ZF entry fits neither zisofs 1 nor zisofs 2.")},
    {ErrorCode::other_filesystem, "other_filesystem", QT_TRANSLATE_NOOP("Texts", "It contains %1, which is read not here but by the kernel."),
     QT_TRANSLATE_NOOP("Texts", "Mount the image."), "Mount it: an image with cloop mount, a plain file with mount -o loop."},
    {ErrorCode::raw_cd_sectors, "raw_cd_sectors", QT_TRANSLATE_NOOP("Texts", "It holds CD sectors of %1 bytes, with all that a drive adds to them."),
     QT_TRANSLATE_NOOP("Texts", "Make sectors of 2048 bytes of it first, with bchunk or ccd2iso.")},
    {ErrorCode::record_damaged, "record_damaged",
     QT_TRANSLATE_NOOP("Texts", "Its record is damaged: its name, place, size or kind contradicts itself or the disc's other tree."),
     QT_TRANSLATE_NOOP("Texts", "Compare it with another copy.")},
    {ErrorCode::tree_too_large, "tree_too_large",
     QT_TRANSLATE_NOOP("Texts", "Its directories claim more than so small a disc can hold, so the rest of them is left out.")},

    {ErrorCode::compressed_inside, "compressed_inside",
     QT_TRANSLATE_NOOP("Texts", "The file system compresses it once more, which is not read here."),
     QT_TRANSLATE_NOOP("Texts", "Mount the image, and the kernel reads it.")},
    {ErrorCode::internal, "internal", QT_TRANSLATE_NOOP("Texts", "This is an error in the program itself."),
     QT_TRANSLATE_NOOP("Texts", "Please report it, with what you did.")},

    {ErrorCode::cancelled, "cancelled", QT_TRANSLATE_NOOP("Texts", "Stopped.")},

    {ErrorCode::image_away, "image_away", QT_TRANSLATE_NOOP("Texts", "Its disc is out of the drive, or another disc is in."),
     QT_TRANSLATE_NOOP("Texts", "Put it back.")},
    {ErrorCode::no_system_bus, "no_system_bus", QT_TRANSLATE_NOOP("Texts", "The system's message bus (D-Bus) does not answer."),
     QT_TRANSLATE_NOOP("Texts", "The files can still be shown without it."), "Mount the files without it: cloop mount --way tree."},
    {ErrorCode::helper_missing, "helper_missing", QT_TRANSLATE_NOOP("Texts", "Cloopsmith's service is not installed, or does not start (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Install it: apt install cloop-helper.")},
    {ErrorCode::polkit_missing, "polkit_missing",
     QT_TRANSLATE_NOOP("Texts", "Nothing can decide whether you may do this, because polkit does not run."),
     QT_TRANSLATE_NOOP("Texts", "Install it: apt install polkitd."), "Install it (apt install polkitd), or do this as root."},
    {ErrorCode::not_authorized, "not_authorized", QT_TRANSLATE_NOOP("Texts", "This system does not permit you to do this."),
     QT_TRANSLATE_NOOP("Texts", "Ask its administrator."), "Do it in a desktop session at the machine, or as root."},
    {ErrorCode::no_agent, "no_agent", QT_TRANSLATE_NOOP("Texts", "A password is needed, and nothing here asks for it."),
     QT_TRANSLATE_NOOP("Texts", "Do it in a desktop session."), "Do it in a desktop session, as root, or start pkttyagent first."},
    {ErrorCode::not_confirmed, "not_confirmed", QT_TRANSLATE_NOOP("Texts", "The question for the password was dismissed.")},
    {ErrorCode::udisks_missing, "udisks_missing", QT_TRANSLATE_NOOP("Texts", "The service udisks is not installed, or does not start (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Install it: apt install udisks2."),
     "Install it (apt install udisks2), or mount the files without it: cloop mount --way tree."},
    {ErrorCode::udisks_refused, "udisks_refused", QT_TRANSLATE_NOOP("Texts", "The service udisks refused it (%1).")},
    {ErrorCode::fuse_missing, "fuse_missing", QT_TRANSLATE_NOOP("Texts", "This system has no FUSE (%1)."),
     QT_TRANSLATE_NOOP("Texts", "Install it: apt install fuse3.")},
    {ErrorCode::server_failed, "server_failed", QT_TRANSLATE_NOOP("Texts", "The program cloop-fuse, which serves the image, has ended (%1).")},
    {ErrorCode::not_mountable, "not_mountable", QT_TRANSLATE_NOOP("Texts", "The kernel can't mount the content (%1)."),
     QT_TRANSLATE_NOOP("Texts", "It may be attached as a device."),
     "cloop attach makes it a device; cloop mount --way tree shows the files of an ISO 9660."},
    {ErrorCode::already_mounted, "already_mounted", QT_TRANSLATE_NOOP("Texts", "It is mounted already (%1).")},
    {ErrorCode::not_mounted, "not_mounted", QT_TRANSLATE_NOOP("Texts", "It is not mounted."), "", "cloop list shows what is."},
    {ErrorCode::still_in_use, "still_in_use", QT_TRANSLATE_NOOP("Texts", "It is in use (%1)."), QT_TRANSLATE_NOOP("Texts", "Close what uses it.")},
    {ErrorCode::folder_needed, "folder_needed", QT_TRANSLATE_NOOP("Texts", "This session has no folder of its own to mount it in."),
     QT_TRANSLATE_NOOP("Texts", "Choose a folder."), "Name a folder: cloop mount IMAGE DIR."},
    {ErrorCode::folder_not_empty, "folder_not_empty", QT_TRANSLATE_NOOP("Texts", "The folder is not empty."),
     QT_TRANSLATE_NOOP("Texts", "Choose an empty folder."), "Name an empty folder."},
    {ErrorCode::module_busy, "module_busy", QT_TRANSLATE_NOOP("Texts", "The kernel module is in use."),
     QT_TRANSLATE_NOOP("Texts", "Unmount and detach all images first.")},
    {ErrorCode::module_needs, "module_needs", QT_TRANSLATE_NOOP("Texts", "The kernel module can't be built, because something is missing."),
     QT_TRANSLATE_NOOP("Texts", "Install it: apt install %1.")},
    {ErrorCode::module_build_failed, "module_build_failed", QT_TRANSLATE_NOOP("Texts", "The kernel module could not be built (%1).")},
    {ErrorCode::module_not_signed, "module_not_signed",
     QT_TRANSLATE_NOOP("Texts", "Secure Boot refuses the kernel module, because it does not know its key."),
     QT_TRANSLATE_NOOP("Texts", "Type: mokutil --import /var/lib/dkms/mok.pub; reboot, and confirm the key.")},
    {ErrorCode::module_not_loadable, "module_not_loadable", QT_TRANSLATE_NOOP("Texts", "The kernel refuses the module (%1).")},
    {ErrorCode::service_busy, "service_busy", QT_TRANSLATE_NOOP("Texts", "The service is busy with another request."),
     QT_TRANSLATE_NOOP("Texts", "Try again in a moment.")},
    {ErrorCode::no_such_partition, "no_such_partition", QT_TRANSLATE_NOOP("Texts", "It does not have this partition (it has %1).")},
};

constexpr std::string_view marks[] = {"%1", "%2"};

} // namespace

const char *const and_more = QT_TRANSLATE_NOOP("Texts", "%1 and %2 more");

std::span<const ErrorText> error_texts() { return texts; }

const ErrorText &text_of(ErrorCode code) {
    const auto found = std::ranges::find(texts, code, &ErrorText::code);
    return found != std::end(texts) ? *found : text_of(ErrorCode::internal);
}

std::string filled_in(std::string_view sentence, std::string_view first, std::string_view second) {
    const std::string_view values[] = {first, second};
    const auto is_lacking = [&](std::string_view text) {
        for (std::size_t i = 0; i < 2; ++i)
            if (values[i].empty() && text.contains(marks[i])) return true;
        return false;
    };
    std::string text;
    while (!sentence.empty()) {
        if (sentence.starts_with(" (")) {
            const auto end = sentence.find(')');
            if (end != sentence.npos && is_lacking(sentence.substr(0, end))) {
                sentence.remove_prefix(end + 1);
                continue;
            }
        }
        std::size_t taken = 1;
        for (std::size_t i = 0; i < 2; ++i) {
            if (!sentence.starts_with(marks[i])) continue;
            text += values[i];
            taken = marks[i].size();
        }
        if (taken == 1) text += sentence.front();
        sentence.remove_prefix(taken);
    }
    return text;
}

std::string filled_in(std::string_view sentence, const Error &error, std::string_view detail, std::string_view system) {
    // Without errno, use a library's message.
    if (error.sys == 0) system = sentence.contains(marks[0]) ? std::string_view() : detail;
    return filled_in(sentence, detail, system);
}

} // namespace cloop
