// SPDX-License-Identifier: GPL-3.0-or-later
// cloop convert
#include "arguments.h"
#include "create_request.h"
#include "image_facts.h"

#include "job/open_image.h"
#include "text/quantities.h"

namespace cloop::cli {

namespace {

int run_convert(const CreateRequest &request, Session &session) {
    auto build = parse_request(request, session);
    if (!build) return session.fail(build.error());
    auto image = open_image(request.source, session.image_options(), session.stop);
    if (!image) return session.fail(image.error());
    warn_of_missing_part(request.source, **image, session);
    warn_of_other_images(request.source, **image, session);
    build->source.image = *image;
    const auto cluster = use_cluster(request.cluster, build->options, session);
    if (!cluster) return session.fail(cluster.error());
    auto result =
        build_image(*build, {.on_little_room = warn_of_little_room(request.output, session), .on_progress = session.progress()}, session.stop);
    if (!result)
        return fail_at_block(*image, result.error(), tr("cloop convert --keep-going keeps the rest, with zeros in place of what is lost."), session);
    const DamageReport damage = damage_of(*image, result->lost, session.stop);
    Json more = damage.first_rows();
    more["lost_blocks"] = count_lost(result->lost);
    report_created(result->image, build->options, request.output, more, to_text(damage), session);
    return result->lost.empty() ? exit_fine : exit_damaged;
}

} // namespace

void add_convert(CLI::App &root, Session &session) {
    auto request = std::make_shared<CreateRequest>();
    CLI::App *command = add_command(root, session, "convert", tr("Make an image of another version, block size or codec out of an image"), true);
    takes(command->add_option("image", request->source, tr("Image, part of a split set, drive, or ISO:PATH")), value::image)->required();
    takes(command->add_option("output", request->output, tr("The new image; - for standard output")), value::output)->required();
    add_format_options(*command, *request);
    command->add_flag("--keep-going", request->keep_going, tr("Salvage: go on at lost blocks, with zeros in their place; exit status 2"));
    add_cluster_options(*command, request->cluster);
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_convert(*request, session); }; });
}

} // namespace cloop::cli
