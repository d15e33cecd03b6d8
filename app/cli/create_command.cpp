// SPDX-License-Identifier: GPL-3.0-or-later
// cloop create
#include "arguments.h"
#include "create_request.h"
#include "old_readers.h"

#include "source/open_stream.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"
#include "text/value_names.h"

namespace cloop::cli {

namespace {

/// The encoders in this build.
std::vector<std::string> encoder_names() {
    std::vector<std::string> names;
    for (const EncoderInfo &info : all_encoders())
        if (info.make) names.emplace_back(info.name);
    return names;
}

Result<CreateOptions> parse_options(const CreateRequest &request, const Session &session) {
    CreateOptions options;
    options.threads = session.threads;
    options.note_size = !request.no_size_note;
    options.verify = !request.no_verify;
    options.want_sha256 = session.wants_sha256;

    options.format = format_named(request.format).value();

    const auto block_size = parse_size(request.block_size);
    if (!block_size || !is_valid_block_size(*block_size))
        return invalid(filled_in(tr("a block size is a multiple of 512 up to 64M, which %1 is not"), request.block_size, {}));
    options.block_size = static_cast<std::uint32_t>(*block_size);

    const EncoderInfo &encoder = *find_encoder(request.codec);
    options.encoding = {encoder.id, request.level.value_or(encoder.default_level), is_for_all_versions(options.format)};
    CLOOP_TRY(check(options.encoding));
    return options;
}

Result<std::optional<std::uint64_t>> parse_split(const CreateRequest &request) {
    if (request.split.empty()) return std::nullopt;
    const auto size = parse_size(request.split);
    if (!size || *size <= 2048)
        return invalid(filled_in(tr("--split takes a size above 2048 bytes such as 4G or 650M, which %1 is not"), request.split, {}));
    if (request.output == "-") return invalid(tr("parts can't go to standard output. Name a file, or leave out --split"));
    return size;
}

} // namespace

void add_encoding_options(CLI::App &command, CreateRequest &request) {
    takes(command.add_option("-B,--block-size", request.block_size, tr("Bytes of a block, a multiple of 512 (default 64K)")), value::size);
    takes_one_of(command.add_option("-f,--format", request.format, tr("Version of the image (default v2, which every reader takes)")),
                 {name_of(ImageFormat::v2), name_of(ImageFormat::v4), name_of(ImageFormat::v4_stream)});
    takes_one_of(command.add_option("-c,--codec", request.codec, tr("How blocks are compressed (default deflate); best tries all")), encoder_names());
    takes(command.add_option("-l,--level", request.level, tr("How hard the encoder tries; deflate: 1 to 12 (default 6)")), value::number);
}

void add_format_options(CLI::App &command, CreateRequest &request) {
    add_encoding_options(command, request);
    takes(command.add_option("--split", request.split, tr("Cut the image into parts NAME.000, NAME.001, … smaller than SIZE")), value::size);
    command.add_flag("--no-size-note", request.no_size_note, tr("Do not note the exact length in the preamble"));
    command.add_flag("--no-verify", request.no_verify, tr("Do not read the image back"));
}

void report_created(const CreateResult &result, const CreateOptions &options, const std::string &output, const Json &more,
                    const std::string &more_text, Session &session) {
    const double ratio = result.content_size > 0 ? static_cast<double>(result.image_size) / static_cast<double>(result.content_size) : 0;
    const auto limits = old_readers_that_fail(
        {.version = options.format == ImageFormat::v2 ? Version::v2 : Version::v4,
         .place = options.format == ImageFormat::v4_stream ? HeadPlace::last : HeadPlace::first,
         .block_size = options.block_size,
         .block_count = static_cast<std::uint32_t>(result.block_count)},
        result.image_size, stores_plain(options.encoding.encoder));
    for (const auto &limit : limits) session.warn(limit);
    Json json{{"image", output},
              {"content_size", result.content_size},
              {"image_size", result.image_size},
              {"ratio", ratio},
              {"block_size", options.block_size},
              {"blocks", result.block_count},
              {"format", name_of(options.format)},
              {"verified", result.is_verified}};
    json.update(more);
    if (!result.sha256.empty()) json["content_sha256"] = result.sha256;
    std::string text = printable(output) + ": " + filled_in(tr("%1 in %2"), size_text(result.content_size), size_text(result.image_size)) + " (" +
                       percent_text(ratio) + "), " +
                       filled_in(tr("%1 of %2"), counted_text(result.block_count, tr("block"), tr("blocks")), size_text(options.block_size)) +
                       (result.is_verified ? tr(", verified") : "") + "\n";
    if (!result.sha256.empty()) text += tr("SHA-256 of the content: ") + result.sha256 + "\n";
    text += more_text;
    if (output != "-") session.print(json, text);
    else if (!result.sha256.empty() || !more_text.empty()) session.print_aside(text);
}

Result<BuildRequest> parse_request(const CreateRequest &request, const Session &session) {
    CLOOP_LET(options, parse_options(request, session));
    CLOOP_LET(split, parse_split(request));
    return BuildRequest{.source = {.path = request.source},
                        .output = request.output,
                        .head_file = request.head_file,
                        .split = split,
                        .replace = session.replace(),
                        .options = options,
                        .label = request.label,
                        .keep_going = request.keep_going};
}

int run_create(const CreateRequest &request, Session &session) {
    auto build = parse_request(request, session);
    if (!build) return session.fail(build.error());
    const bool is_standard_input = request.source == "-";
    const SourceKind kind = request.is_archive ? SourceKind::archive : kind_of_source(request.source);
    const auto refuse = [&](std::string sentence) { return session.fail({.code = ErrorCode::invalid_option, .detail = std::move(sentence)}); };
    if (request.is_archive && !is_standard_input) return refuse(tr("--archive works with standard input (-). A file is an archive by its name"));
    if (!request.label.empty() && kind == SourceKind::file)
        return refuse(is_standard_input
                          ? tr("--label works with a folder or an archive as the source")
                          : filled_in(tr("--label names the volume that a folder or archive becomes, but %1 is taken as it is"), request.source, {}));
    if (!request.size.empty() && !is_standard_input) return refuse(tr("--size works with standard input (-) as the source"));
    if (auto parsed = parse_source(request.picked, kind, *build); !parsed) return session.fail(parsed.error());
    build->source.is_archive = request.is_archive;
    if (!request.size.empty()) {
        build->source.size = parse_size(request.size);
        if (!build->source.size) return refuse(filled_in(tr("--size takes a number of bytes, which %1 is not"), request.size, {}));
    }

    std::size_t unreadable = 0;
    const BuildEvents events{.on_trouble =
                                 [&](const Error &error) {
                                     ++unreadable;
                                     session.warn(sentence(error));
                                 },
                             .on_note = [&](const Error &error) { session.warn(sentence(error)); },
                             .on_little_room = warn_of_little_room(request.output, session),
                             .on_progress = session.progress()};
    const auto cluster = use_cluster(request.cluster, build->options, session);
    if (!cluster) return session.fail(cluster.error());
    auto result = build_image(*build, events, session.stop);
    if (!result) return session.fail(result.error());
    report_created(result->image, build->options, request.output, {{"unreadable", unreadable}}, {}, session);
    return unreadable > 0 ? exit_damaged : exit_fine;
}

void add_create(CLI::App &root, Session &session) {
    auto request = std::make_shared<CreateRequest>();
    CLI::App *command =
        add_command(root, session, "create", tr("Make an image of a folder, an ISO or any file, an archive, or standard input"), true);
    takes(command->add_option("source", request->source, tr("Folder, ISO or any file, archive (.tar.*, .zip, .7z); - for standard input")),
          value::source)
        ->required();
    takes(command->add_option("output", request->output, tr("The image; - for standard output")), value::output)->required();
    add_format_options(*command, *request);
    takes(command->add_option("--label", request->label, tr("Name of the volume that a folder or archive becomes")), value::text);
    add_source_options(*command, request->picked);
    command->add_flag("--archive", request->is_archive, tr("Standard input is an archive; it waits in an unnamed file, since it is read twice"));
    takes(command->add_option("--size", request->size, tr("How many bytes standard input will give")), value::bytes);
    command->add_flag("--keep-going", request->keep_going, tr("Go on where a file, or a part, of the source can't be read"));
    add_cluster_options(*command, request->cluster);
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_create(*request, session); }; });
}

} // namespace cloop::cli
