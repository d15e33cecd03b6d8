// SPDX-License-Identifier: GPL-3.0-or-later
// cloop create
#include "create_request.h"
#include "old_readers.h"

#include "source/open_stream.h"
#include "text/error_sentence.h"
#include "text/printable.h"
#include "text/quantities.h"
#include "text/value_names.h"

namespace cloop::cli {

namespace {

/// "deflate, zlib, …": the encoders in this build.
std::string encoder_names() {
    std::string names;
    for (const EncoderInfo &info : all_encoders())
        if (info.make) names += (names.empty() ? "" : ", ") + std::string(info.name);
    return names;
}

Result<CreateOptions> parse_options(const CreateRequest &request, const Session &session) {
    CreateOptions options;
    options.threads = session.threads;
    options.note_size = !request.no_size_note;
    options.verify = !request.no_verify;
    options.want_sha256 = session.wants_sha256;

    const auto format = format_named(request.format);
    if (!format) return invalid("the format " + request.format + " does not exist. Choose v2, v4 or v4-stream");
    options.format = *format;

    const auto block_size = parse_size(request.block_size);
    if (!block_size || !is_valid_block_size(*block_size))
        return invalid("a block size is a multiple of 512 up to 64M, which " + request.block_size + " is not");
    options.block_size = static_cast<std::uint32_t>(*block_size);

    const EncoderInfo *found = find_encoder(request.codec);
    if (!found) return invalid("the codec " + request.codec + " does not exist. Choose one of " + encoder_names());
    options.encoding = {found->id, request.level.value_or(found->default_level), is_for_all_versions(options.format)};
    CLOOP_TRY(check(options.encoding));
    return options;
}

Result<std::optional<std::uint64_t>> parse_split(const CreateRequest &request) {
    if (request.split.empty()) return std::nullopt;
    const auto size = parse_size(request.split);
    if (!size || *size <= 2048) return invalid("--split takes a size above 2048 bytes such as 4G or 650M, which " + request.split + " is not");
    if (request.output == "-") return invalid("parts can't go to standard output. Name a file, or leave out --split");
    return size;
}

} // namespace

void add_encoding_options(CLI::App &command, CreateRequest &request) {
    command.add_option("-B,--block-size", request.block_size, "Bytes of a block, a multiple of 512 (default 64K)")->type_name("SIZE");
    command.add_option("-f,--format", request.format, "v2 (default: every reader takes it), v4, v4-stream")->type_name("FORMAT");
    command.add_option("-c,--codec", request.codec, encoder_names() + " (default deflate)")->type_name("CODEC");
    command.add_option("-l,--level", request.level, "How hard the encoder tries; deflate: 1 to 12 (default 6)")->type_name("N");
}

void add_format_options(CLI::App &command, CreateRequest &request) {
    add_encoding_options(command, request);
    command.add_option("--split", request.split, "Cut the image into parts NAME.000, NAME.001, … smaller than SIZE")->type_name("SIZE");
    command.add_flag("--no-size-note", request.no_size_note, "Do not note the exact length in the preamble");
    command.add_flag("--no-verify", request.no_verify, "Do not read the image back");
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
    std::string text = printable(output) + ": " + size_text(result.content_size) + " in " + size_text(result.image_size) + " (" +
                       percent_text(ratio) + "), " + counted_text(result.block_count, "block", "blocks") + " of " + size_text(options.block_size) +
                       (result.is_verified ? ", verified" : "") + "\n";
    if (!result.sha256.empty()) text += "SHA-256 of the content: " + result.sha256 + "\n";
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
    if (request.is_archive && !is_standard_input) return refuse("--archive works with standard input (-). A file is an archive by its name");
    if (!request.label.empty() && kind == SourceKind::file)
        return refuse(is_standard_input ? "--label works with a folder or an archive as the source"
                                        : "--label names the volume that a folder or archive becomes, but " + request.source + " is taken as it is");
    if (!request.size.empty() && !is_standard_input) return refuse("--size works with standard input (-) as the source");
    if (auto parsed = parse_source(request.picked, kind, *build); !parsed) return session.fail(parsed.error());
    build->source.is_archive = request.is_archive;
    if (!request.size.empty()) {
        build->source.size = parse_size(request.size);
        if (!build->source.size) return refuse("--size takes a number of bytes, which " + request.size + " is not");
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
    CLI::App *command = add_command(root, session, "create", "Make an image of a folder, an ISO or any file, an archive, or standard input", true);
    command->add_option("source", request->source, "Folder, ISO or any file, archive (.tar.*, .zip, .7z); - for standard input")->required();
    command->add_option("output", request->output, "The image; - for standard output")->required();
    add_format_options(*command, *request);
    command->add_option("--label", request->label, "Name of the volume that a folder or archive becomes")->type_name("TEXT");
    add_source_options(*command, request->picked);
    command->add_flag("--archive", request->is_archive, "Standard input is an archive; it waits in an unnamed file, since it is read twice");
    command->add_option("--size", request->size, "How many bytes standard input will give")->type_name("BYTES");
    command->add_flag("--keep-going", request->keep_going, "Go on where a file, or a part, of the source can't be read");
    add_cluster_options(*command, request->cluster);
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_create(*request, session); }; });
}

} // namespace cloop::cli
