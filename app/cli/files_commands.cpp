// SPDX-License-Identifier: GPL-3.0-or-later
// cloop ls, get, cat: the files in an image.
#include "arguments.h"
#include "error_json.h"
#include "image_facts.h"

#include "base/civil_time.h"
#include "base/sha256.h"
#include "base/tolerant_read.h"
#include "file/fd_sink.h"
#include "file/image_name.h"
#include "file/output_target.h"
#include "job/extract_files.h"
#include "job/open_image.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"
#include "text/value_names.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <span>

namespace cloop::cli {

namespace {

std::string time_text(std::int64_t seconds) {
    const CivilTime time = civil_time(seconds);
    char text[48];
    std::snprintf(text, sizeof text, "%lld-%02d-%02d %02d:%02d", static_cast<long long>(time.year), time.month, time.day, time.hour, time.minute);
    return text;
}

/// Warnings about damage in a tree; JSON lists all of it.
constexpr std::size_t most_warnings = 10;
constexpr std::size_t text_piece = 65536;

/// Writes a listing while walking the tree. For incomplete directories and damaged records: exit status 2 and a warning.
class Lister {
public:
    Lister(const Filesystem &filesystem, NodeId start, bool is_long, bool is_recursive, Session &session)
        : filesystem_(filesystem), start_(start), prefix_size_(start == Filesystem::root ? 1 : filesystem.path(start).size() + 1), is_long_(is_long),
          is_recursive_(is_recursive), is_terminal_(::isatty(STDOUT_FILENO)), session_(session), json_(session.writer()) {}

    int list() {
        if (session_.wants_json) json_.open('[');
        if (filesystem_[start_].kind == NodeKind::directory) list_directories();
        else add(start_, std::string(filesystem_[start_].name));
        if (session_.wants_json) json_.close();
        session_.write(text_);
        if (session_.stop.stop_requested()) return session_.fail({.code = ErrorCode::cancelled});
        if (filesystem_.is_cut_short()) warn({.code = ErrorCode::tree_too_large, .subject = filesystem_.content().name()});
        if (warnings_ > most_warnings)
            session_.warn(filled_in(tr("and %1 more. cloop ls -R --json marks all of them."), number_text(warnings_ - most_warnings), {}));
        return warnings_ > 0 ? exit_damaged : exit_fine;
    }

private:
    void list_directories() {
        std::vector<NodeId> pending{start_};
        while (!pending.empty()) {
            const NodeId directory = pending.back();
            pending.pop_back();
            const auto children = filesystem_[directory].children;
            if (filesystem_[directory].is_incomplete) warn({.code = ErrorCode::directory_damaged, .subject = filesystem_.path(directory)});
            const std::string prefix = directory == start_ ? "" : filesystem_.path(directory).substr(prefix_size_) + "/";
            for (const NodeId child : children) {
                if (session_.stop.stop_requested() || !session_.can_write()) return;
                add(child, prefix + std::string(filesystem_[child].name));
            }
            if (!is_recursive_) return;
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                if (filesystem_[*child].kind == NodeKind::directory) pending.push_back(*child);
        }
    }

    void warn(const Error &error) {
        if (++warnings_ <= most_warnings) session_.warn(sentence(error));
    }

    void add(NodeId id, const std::string &name) {
        const Node &node = filesystem_[id];
        if (node.is_doubtful) warn({.code = ErrorCode::record_damaged, .subject = filesystem_.path(id)});
        if (session_.wants_json) return json_.value(row(id));
        if (is_long_) text_ += details(node);
        text_ += shown(name);
        if (is_long_ && node.kind == NodeKind::symlink) text_ += " -> " + shown(node.link_target);
        text_ += "\n";
        if (text_.size() < text_piece) return;
        session_.write(text_);
        text_.clear();
    }

    Json row(NodeId id) const {
        const Node &node = filesystem_[id];
        Json row;
        put_bytes(row, "path", filesystem_.path(id));
        row.update(Json{{"kind", name_of(node.kind)},
                        {"mode", node.mode},
                        {"uid", node.uid},
                        {"gid", node.gid},
                        {"size", node.size},
                        {"mtime", node.mtime},
                        {"links", node.links}});
        if (node.kind == NodeKind::symlink) put_bytes(row, "target", node.link_target);
        if (node.kind == NodeKind::character_device || node.kind == NodeKind::block_device)
            row.update(Json{{"major", node.device_major}, {"minor", node.device_minor}});
        if (node.is_incomplete) row["incomplete"] = true;
        if (node.is_doubtful) row["doubtful"] = true;
        if (node.found_by != FoundBy::directory) row["found_by"] = name_of(node.found_by);
        return row;
    }

    static std::string details(const Node &node) {
        char line[128];
        if (node.kind == NodeKind::character_device || node.kind == NodeKind::block_device)
            std::snprintf(line, sizeof line, "%s %3u %5u %5u %5u, %5u %s ", mode_text(node).c_str(), node.links, node.uid, node.gid,
                          node.device_major, node.device_minor, time_text(node.mtime).c_str());
        else
            std::snprintf(line, sizeof line, "%s %3u %5u %5u %12llu %s ", mode_text(node).c_str(), node.links, node.uid, node.gid,
                          static_cast<unsigned long long>(node.size), time_text(node.mtime).c_str());
        return line;
    }

    std::string shown(std::string_view name) const { return is_terminal_ ? printable(name) : std::string(name); }

    const Filesystem &filesystem_;
    NodeId start_;
    std::size_t prefix_size_;  ///< length of the start's path, cut off the names below it
    bool is_long_;
    bool is_recursive_;
    bool is_terminal_;
    Session &session_;
    JsonStream json_;
    std::string text_;
    std::size_t warnings_ = 0;
};

int run_ls(const std::string &image, const std::string &path, bool is_long, bool is_recursive, Session &session) {
    auto filesystem = open_filesystem(image, session.image_options(), session.stop);
    if (!filesystem) return session.fail(filesystem.error());
    const auto node = (*filesystem)->find(path);
    if (!node) return session.fail({.code = ErrorCode::path_not_found, .subject = image, .detail = path});
    return Lister(**filesystem, *node, is_long, is_recursive, session).list();
}

/// Warns of the first errors one by one, and of the rest as counts by cause.
void warn_of_each(const std::vector<Error> &errors, Session &session) {
    constexpr std::size_t most_told = 20;
    for (const Error &error : std::span(errors).first(std::min(errors.size(), most_told))) session.warn(sentence(error));
    std::map<std::pair<ErrorCode, int>, std::uint64_t> counts;
    for (std::size_t i = most_told; i < errors.size(); ++i) ++counts[{errors[i].code, errors[i].sys}];
    for (const auto &[cause, count] : counts)
        session.warn(filled_in(tr("%1 more: %2"), number_text(count), sentence({.code = cause.first, .sys = cause.second})));
}

int report_extracted(const Result<FileExtractResult> &result, bool is_quiet, Session &session) {
    if (!result) return session.fail(result.error());
    if (result->without_sockets) session.warn(tr("sockets are left out, because a tar archive can't hold them."));
    if (result->without_owners) session.warn(tr("owners, devices and setuid bits are left out, because this runs as an ordinary user."));
    if (result->without_privileges)
        session.warn(
            tr("setuid and setgid bits and device nodes are left out, because they can make their author root here. If you trust that person, "
               "--privileged brings them out too."));
    warn_of_each(result->damaged, session);
    warn_of_each(result->skipped, session);
    Json json{{"files", result->files},
              {"bytes", result->bytes},
              {"lost_bytes", result->lost_bytes},
              {"damaged", Json::array()},
              {"skipped", Json::array()}};
    for (const Error &error : result->damaged) json["damaged"].push_back(to_json(error));
    for (const Error &error : result->skipped) json["skipped"].push_back(to_json(error));
    std::string text = counted_text(result->files, tr("file or folder"), tr("files and folders")) + ", " + size_text(result->bytes);
    if (!result->damaged.empty()) text += "; " + counted_text(result->damaged.size(), tr("damaged place"), tr("damaged places"));
    if (result->lost_bytes > 0) text += ", " + filled_in(tr("%1 lost, with zeros in their place"), size_text(result->lost_bytes), {});
    if (!is_quiet) session.print(json, text + "\n");
    const bool is_unsafe = std::ranges::any_of(result->skipped, [](const Error &error) { return is_image_fault(error.code); });
    if (!result->damaged.empty() || is_unsafe) return exit_damaged;
    return result->skipped.empty() ? exit_fine : exit_environment;
}

int run_get(const std::string &image, const std::vector<std::string> &words, bool is_privileged, Session &session) {
    if (words.size() < 2)
        return session.fail({.code = ErrorCode::invalid_option,
                             .detail = tr("get takes IMAGE PATH… DEST, and there is no DEST. Name what to bring out, and where to")});
    const std::string &destination = words.back();
    auto filesystem = open_filesystem(image, session.image_options(), session.stop);
    if (!filesystem) return session.fail(filesystem.error());
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto node = (*filesystem)->find(words[i]);
        if (!node) return session.fail({.code = ErrorCode::path_not_found, .subject = image, .detail = words[i]});
        nodes.push_back(*node);
    }
    if (destination == "-") {
        if (::isatty(STDOUT_FILENO)) return session.fail({.code = ErrorCode::output_is_terminal, .subject = tr("standard output")});
        FdSink sink(STDOUT_FILENO, tr("standard output"), session.stop);
        return report_extracted(write_tar(*filesystem, nodes, sink, session.stop, session.progress()), true, session);
    }
    FileExtractOptions options{.replace = session.is_forced, .privileged = is_privileged};
    for (const auto &input : ImageName::of(image).files())
        if (const auto identity = identity_at(input)) options.inputs.push_back(*identity);
    std::error_code unknown;
    auto there = std::filesystem::status(destination, unknown);
    // Several nodes or a trailing slash require a folder.
    const bool wants_folder = nodes.size() > 1 || nodes[0] == Filesystem::root || destination.ends_with('/');
    if (!exists(there) && wants_folder) {
        if (::mkdir(destination.c_str(), 0777) != 0) return session.fail(system_error(errno, ErrorCode::write_failed, destination));
        there = std::filesystem::status(destination, unknown);
    }
    if (is_directory(there))
        return report_extracted(extract_files(*filesystem, nodes, destination, options, session.stop, session.progress()), false, session);
    if (wants_folder) return session.fail({.code = ErrorCode::not_a_directory, .subject = destination});
    if (exists(there) && !session.is_forced) return session.fail({.code = ErrorCode::already_exists, .subject = destination});
    return report_extracted(extract_file_as(*filesystem, nodes[0], destination, options, session.stop, session.progress()), false, session);
}

int run_cat(const std::string &image, const std::string &path, Session &session) {
    auto filesystem = open_filesystem(image, session.image_options(), session.stop);
    if (!filesystem) return session.fail(filesystem.error());
    const auto node = (*filesystem)->find(path);
    if (!node) return session.fail({.code = ErrorCode::path_not_found, .subject = image, .detail = path});
    if ((**filesystem)[*node].kind == NodeKind::directory) return session.fail({.code = ErrorCode::is_a_directory, .subject = path});
    if ((**filesystem)[*node].kind != NodeKind::file) return session.fail({.code = ErrorCode::unsupported_source, .subject = path});
    const auto source = (*filesystem)->open_file(*node);
    FdSink sink(STDOUT_FILENO, tr("standard output"), session.stop);
    TolerantReader reader(*source);
    std::vector<std::byte> buffer(1u << 20);
    Sha256 sha256;
    while (reader.offset() < source->size()) {
        const auto part = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), source->size() - reader.offset())));
        reader.read(part);
        if (auto written = sink.write(part); !written) return session.fail(written.error());
        if (session.wants_sha256) sha256.add(part);
    }
    if (session.wants_sha256) session.warn(tr("SHA-256 of what was written: ") + sha256.hex());
    std::vector<Error> errors;
    std::uint64_t lost_bytes = 0;
    for (const LostRange &range : reader.lost()) {
        errors.push_back(range.error);
        lost_bytes += range.extent.size;
    }
    if ((**filesystem)[*node].is_incomplete) errors.push_back({.code = ErrorCode::file_cut_short});
    if ((**filesystem)[*node].is_doubtful) errors.push_back({.code = ErrorCode::record_damaged});
    for (Error &error : errors) error.subject = path;
    warn_of_each(errors, session);
    if (lost_bytes > 0) session.warn(path + ": " + filled_in(tr("%1 are lost. Zeros stand in their place."), size_text(lost_bytes), {}));
    return errors.empty() ? exit_fine : exit_damaged;
}

} // namespace

void add_ls(CLI::App &root, Session &session) {
    struct Request {
        std::string image, path = "/";
        bool is_long = false, is_recursive = false;
    };
    auto request = std::make_shared<Request>();
    CLI::App *command = add_command(root, session, "ls", tr("List the files inside an image or ISO"));
    takes(command->add_option("image", request->image, tr("Image, ISO, drive, or ISO:PATH")), value::image)->required();
    takes(command->add_option("path", request->path, tr("Folder or file inside (default /)")), value::path);
    command->add_flag("-l", request->is_long, tr("With mode, owner, size and time (UTC)"));
    command->add_flag("-R", request->is_recursive, tr("With all folders below"));
    command->callback([request, &session] {
        session.action = [request, &session] { return run_ls(request->image, request->path, request->is_long, request->is_recursive, session); };
    });
}

void add_get(CLI::App &root, Session &session) {
    struct Request {
        std::string image;
        std::vector<std::string> words;
        bool is_privileged = false;
    };
    auto request = std::make_shared<Request>();
    CLI::App *command = add_command(root, session, "get", tr("Bring files out of an image or ISO, past all damage"), true);
    takes(command->add_option("image", request->image, tr("Image, ISO, drive, or ISO:PATH")), value::image)->required();
    takes(command->add_option("paths", request->words,
                              tr("Files and folders inside, then where to: a folder, a new name, or - for a tar archive on standard output")),
          value::paths_and_folder)
        ->required();
    command->add_flag("--privileged", request->is_privileged, tr("As root: also setuid and setgid bits and device nodes"));
    command->callback([request, &session] {
        session.action = [request, &session] { return run_get(request->image, request->words, request->is_privileged, session); };
    });
}

void add_cat(CLI::App &root, Session &session) {
    struct Request {
        std::string image, path;
    };
    auto request = std::make_shared<Request>();
    CLI::App *command = add_command(root, session, "cat", tr("Write one file inside an image or ISO to standard output"));
    takes(command->add_option("image", request->image, tr("Image, ISO, drive, or ISO:PATH")), value::image)->required();
    takes(command->add_option("path", request->path, tr("The file inside")), value::path)->required();
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_cat(request->image, request->path, session); }; });
}

} // namespace cloop::cli
