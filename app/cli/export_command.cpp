// SPDX-License-Identifier: GPL-3.0-or-later
// cloop export
#include "arguments.h"
#include "session.h"

#include "device/disks.h"
#include "file/image_name.h"
#include "file/output_target.h"
#include "file/split_set.h"
#include "job/write_verified.h"
#include "live/live_menu.h"
#include "live/stick.h"
#include "source/source_stream.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/media.h"
#include "text/printable.h"
#include "text/quantities.h"

#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace cloop::cli {

namespace {

struct ExportOptions {
    std::string source, output, confirmed;
    std::string kept;  ///< of --persist: empty without it, "true" for all of the rest, else a size
};

/// The content of an image; any other file, such as a live ISO, as it is.
Result<SourcePtr> exported(const std::string &path, Session &session) {
    CLOOP_LET(file, open_whole(path));
    auto image = ImageReader::open(file, session.image_options(), session.stop);
    if (image) return SourcePtr(std::move(*image));
    if (image.error().code == ErrorCode::not_cloop) return file;
    return std::unexpected(std::move(image).error());
}

/// Whether the person means this disk.
bool is_confirmed(const Disk &disk, const std::string &word, Session &session) {
    if (!word.empty() || !::isatty(STDIN_FILENO)) return word == disk.name;
    session.print_aside(filled_in(tr("All that is on %1 (%2) will be lost. Type its name to go on: "), printable(disk.name),
                                  size_text(disk.size) + ", " + disk.path));
    std::string line;
    std::getline(std::cin, line);
    return line == disk.name;
}

/// The size of the partition for what is kept; none: all of the rest.
Result<std::optional<std::uint64_t>> kept_size(const std::string &kept) {
    if (kept.empty() || kept == "true") return std::nullopt;
    if (const auto size = parse_size(kept)) return size;
    return fail(ErrorCode::invalid_option, {}, filled_in(tr("--persist takes a size such as 4G, which %1 is not"), kept, {}));
}

int export_to_disk(SourcePtr content, const ExportOptions &options, Session &session) {
    const auto size = kept_size(options.kept);
    if (!size) return session.fail(size.error());
    const auto disk = writable_disk(options.output);
    if (!disk) return session.fail(disk.error());
    if (!is_confirmed(*disk, options.confirmed, session))
        return session.fail(
            {.code = ErrorCode::invalid_option,
             .subject = disk->path,
             .detail = filled_in(tr("nothing was written, because the disk was not confirmed. It is %1, %2; --confirm takes that name"), disk->name,
                                 size_text(disk->size))});
    const std::uint64_t written = content->size();
    const auto stick = write_stick({.disc = std::move(content), .disk = *disk, .keeps = !options.kept.empty(), .kept_size = *size}, session.stop,
                                   session.progress());
    if (!stick) return session.fail(stick.error());
    Json json{{"device", disk->path}, {"name", disk->name}, {"size", written}, {"sha256", stick->sha256}, {"verified", true}};
    std::string text = disk->path + " (" + printable(disk->name) + "): " + filled_in(tr("%1 written and read back"), size_text(written), {}) +
                       "\nSHA-256: " + stick->sha256 + "\n";
    if (stick->kept_size > 0) {
        json["persist"] = {{"label", kept_label}, {"size", stick->kept_size}};
        text += filled_in(tr("A partition of %1 keeps what is written (persist=%2)."), size_text(stick->kept_size), std::string(kept_label)) + "\n";
    }
    session.print(json, text);
    return exit_fine;
}

int export_to_file(const SourcePtr &content, const ExportOptions &options, Session &session) {
    auto sink = open_output({.path = options.output,
                             .is_image = false,
                             .replace = session.replace(),
                             .most_size = content->size(),
                             .needed_room = [&] { return NeededRoom{content->size(), content->size()}; },
                             .inputs = ImageName::of(options.source).files()},
                            session.stop);
    if (!sink) return session.fail(sink.error());
    SourceStream stream(content);
    const auto copied = write_verified(stream, **sink, session.stop, session.progress());
    if (!copied) return session.fail(copied.error());
    const Medium *medium = smallestMediumFor(content->size());
    session.print({{"output", options.output},
                   {"size", content->size()},
                   {"sha256", *copied},
                   {"verified", true},
                   {"fits", medium ? Json(medium->name) : Json()}},
                  printable(options.output) + ": " + filled_in(tr("%1 bytes, verified"), number_text(content->size()), {}) + "; " +
                      (medium ? filled_in(tr("fits %1"), tr(medium->name), {}) : tr("too large for one disc")) + "\nSHA-256: " + *copied + "\n");
    return exit_fine;
}

int run_export(const ExportOptions &options, Session &session) {
    const auto content = exported(options.source, session);
    if (!content) return session.fail(content.error());
    std::error_code error;
    if (std::filesystem::is_block_file(options.output, error)) return export_to_disk(*content, options, session);
    if (!options.kept.empty())
        return session.fail({.code = ErrorCode::invalid_option,
                             .subject = options.output,
                             .detail = tr("--persist belongs to a disk, because only there is room behind what is written")});
    return export_to_file(*content, options, session);
}

} // namespace

void add_export(CLI::App &root, Session &session) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App *command = add_command(root, session, "export", tr("Write an image's content, or an ISO, to a file to burn or to a stick"), true);
    takes(command->add_option("source", options->source, tr("Image, or ISO")), value::image)->required();
    takes(command->add_option("output", options->output, tr("A file, or a whole disk such as /dev/sdb, of which all is lost")), value::target)
        ->required();
    takes(command->add_option("--confirm", options->confirmed, tr("The name of the disk, instead of the question for it")), value::disk);
    takes(command->add_flag("--persist", options->kept, tr("On a disk: add a partition that keeps what is written, of all the rest or of SIZE")),
          value::size);
    command->callback([options, &session] { session.action = [options, &session] { return run_export(*options, session); }; });
}

} // namespace cloop::cli
