// SPDX-License-Identifier: GPL-3.0-or-later
// cloop extract
#include "arguments.h"
#include "create_request.h"
#include "extract_request.h"
#include "image_facts.h"

#include "file/image_name.h"
#include "file/output_target.h"
#include "file/spool.h"
#include "job/extract_content.h"
#include "job/needed_room.h"
#include "job/open_image.h"
#include "source/pipe_stream.h"
#include "text/printable.h"
#include "text/quantities.h"

#include <unistd.h>

namespace cloop::cli {

namespace {

/// Spools a pipe to an unnamed file, because reading an image needs random access.
Result<std::shared_ptr<const ImageReader>> image_from_standard_input(Session &session) {
    PipeStream input(STDIN_FILENO, tr("standard input"), std::nullopt, session.stop);
    CLOOP_LET(source, spool(input, spool_folder("-")));
    return ImageReader::open(std::move(source), session.image_options());
}

} // namespace

int run_extract(const ExtractRequest &request, Session &session) {
    auto image = request.image == "-" ? image_from_standard_input(session) : open_image(request.image, session.image_options(), session.stop);
    if (!image) return session.fail(image.error());
    warn_of_missing_part(request.image, **image, session);
    warn_of_other_images(request.image, **image, session);
    OutputRequest target{.path = request.output, .is_image = false, .replace = session.replace(), .most_size = (*image)->size()};
    target.needed_room = [&] { return room_for_content(**image); };
    target.on_little_room = warn_of_little_room(request.output, session);
    target.inputs = request.image == "-" ? std::vector<std::string>{"-"} : ImageName::of(request.image).files();
    auto sink = open_output(target, session.stop);
    if (!sink) return session.fail(sink.error());

    auto result =
        extract_content(**image, **sink,
                        {.threads = session.threads, .keep_going = request.keep_going, .want_sha256 = session.wants_sha256, .verify = request.verify},
                        session.stop, session.progress());
    if (!result)
        return fail_at_block(*image, result.error(), tr("cloop extract --keep-going writes the rest, with zeros in place of what is lost."), session);
    const std::size_t lost = count_lost(result->lost);
    const DamageReport damage = damage_of(*image, result->lost, session.stop);
    Json json{{"output", request.output}, {"size", result->size}, {"lost_blocks", lost}, {"verified", result->is_verified}};
    json.update(damage.first_rows());
    std::string text = printable(request.output) + ": " + size_text(result->size) + (result->is_verified ? tr(", verified") : "");
    if (lost > 0)
        text += ", " + number_text(lost) + " " +
                (lost == 1 ? tr("block is lost, with zeros in its place") : tr("blocks are lost, with zeros in their place"));
    text += "\n" + to_text(damage);
    if (session.wants_sha256) {
        json["sha256"] = result->sha256;
        text += "SHA-256: " + result->sha256 + "\n";
    }
    if (request.output != "-") session.print(json, text);
    else if (lost > 0 || session.wants_sha256) session.print_aside(text);
    return result->lost.empty() ? exit_fine : exit_damaged;
}

void add_extract(CLI::App &root, Session &session) {
    auto request = std::make_shared<ExtractRequest>();
    CLI::App *command = add_command(root, session, "extract", tr("Write the content of an image to a file"), true);
    takes(command->add_option("image", request->image, tr("Image, part of a split set, drive, ISO:PATH, or - for standard input")), value::image)
        ->required();
    takes(command->add_option("output", request->output, tr("The file; - for standard output")), value::output)->required();
    command->add_flag("--keep-going", request->keep_going, tr("Go on at lost blocks: zeros in their place, a list, exit status 2"));
    command->add_flag("--verify", request->verify, tr("Read the file back from the disc and compare"));
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_extract(*request, session); }; });
}

} // namespace cloop::cli
