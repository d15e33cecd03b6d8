// cloop ls, get, cat: the files inside.

#include "error_text.h"
#include "image_facts.h"
#include "printable.h"
#include "quantities.h"

#include "base/fd_sink.h"
#include "base/sha256.h"
#include "base/tolerant_read.h"
#include "filesystem/open_file.h"
#include "job/extract_files.h"
#include "job/open_image.h"
#include "job/output_target.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>

namespace cloop::cli {

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

std::string kind_name(NodeKind kind) {
    static constexpr const char *names[] = {"file", "directory", "symlink", "character device", "block device", "fifo", "socket", "structure"};
    return names[static_cast<std::size_t>(kind)];
}

std::string time_text(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm utc{};
    char text[32];
    ::gmtime_r(&time, &utc);
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &utc);
    return text;
}

/// Where a directory is listed in part only: 2, and a line that says so.
class Lister {
public:
    Lister(const Filesystem &filesystem, bool is_long, bool is_recursive, Session &session)
        : filesystem_(filesystem), is_long_(is_long), is_recursive_(is_recursive), session_(session) {}

    void list(NodeId id) {
        if (filesystem_[id].kind != NodeKind::directory) return add(id, filesystem_[id].name);
        std::vector<std::pair<NodeId, std::string>> pending{{id, ""}};
        while (!pending.empty()) {
            const auto [directory, prefix] = pending.back();
            pending.pop_back();
            if (filesystem_[directory].is_incomplete) {
                has_unknown_ = true;
                session_.warn("contents of " + filesystem_.path(directory) + " unknown, in whole or in part: the directory is damaged");
            }
            const auto &children = filesystem_[directory].children;
            for (const NodeId child : children) add(child, prefix + filesystem_[child].name);
            if (!is_recursive_) continue;
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                if (filesystem_[*child].kind == NodeKind::directory) pending.emplace_back(*child, prefix + filesystem_[*child].name + "/");
        }
    }

    int finish() {
        session_.print(json_, text_);
        return has_unknown_ ? exit_damaged : exit_fine;
    }

private:
    void add(NodeId id, const std::string &name) {
        const Node &node = filesystem_[id];
        if (session_.wants_json) {
            Json row;
            put_bytes(row, "path", filesystem_.path(id));
            row.update(Json{{"kind", kind_name(node.kind)}, {"mode", node.mode}, {"uid", node.uid}, {"gid", node.gid}, {"size", node.size}, {"mtime", node.mtime}, {"links", node.links}});
            if (node.kind == NodeKind::symlink) put_bytes(row, "target", node.link_target);
            if (node.kind == NodeKind::character_device || node.kind == NodeKind::block_device)
                row.update(Json{{"major", node.device_major}, {"minor", node.device_minor}});
            if (node.is_incomplete) row["incomplete"] = true;
            if (node.found_by != FoundBy::directory) row["found_by"] = node.found_by == FoundBy::joliet ? "joliet" : "path table";
            json_.push_back(std::move(row));
            return;
        }
        const std::string shown = ::isatty(STDOUT_FILENO) ? printable(name) : name;
        if (is_long_) {
            char line[128];
            if (node.kind == NodeKind::character_device || node.kind == NodeKind::block_device)
                std::snprintf(line, sizeof line, "%s %3u %5u %5u %5u, %5u %s ", mode_text(node).c_str(), node.links, node.uid, node.gid,
                              node.device_major, node.device_minor, time_text(node.mtime).c_str());
            else
                std::snprintf(line, sizeof line, "%s %3u %5u %5u %12llu %s ", mode_text(node).c_str(), node.links, node.uid, node.gid,
                              static_cast<unsigned long long>(node.size), time_text(node.mtime).c_str());
            text_ += line;
        }
        text_ += shown;
        if (is_long_ && node.kind == NodeKind::symlink) text_ += " -> " + (::isatty(STDOUT_FILENO) ? printable(node.link_target) : node.link_target);
        text_ += "\n";
    }

    const Filesystem &filesystem_;
    bool is_long_;
    bool is_recursive_;
    Session &session_;
    Json json_ = Json::array();
    std::string text_;
    bool has_unknown_ = false;
};

int run_ls(const std::string &image, const std::string &path, bool is_long, bool is_recursive, Session &session) {
    auto filesystem = open_filesystem(image, {.threads = session.threads}, session.stop);
    if (!filesystem) return session.fail(filesystem.error());
    const auto node = (*filesystem)->find(path);
    if (!node) return session.fail({.code = ErrorCode::path_not_found, .subject = image, .detail = path});
    Lister lister(**filesystem, is_long, is_recursive, session);
    lister.list(*node);
    return lister.finish();
}

int report_extracted(const Result<FileExtractResult> &result, bool is_quiet, Session &session) {
    if (!result) return session.fail(result.error());
    if (result->without_sockets) session.warn("sockets have no place in a tar archive and are left out");
    if (result->without_owners) session.warn("as an ordinary user, owners, devices and setuid bits are left out");
    Json json{{"files", result->files}, {"bytes", result->bytes}, {"damaged", Json::array()}, {"skipped", Json::array()}};
    for (const Error &error : result->damaged) {
        session.warn(sentence(error));
        json["damaged"].push_back(to_json(error));
    }
    for (const Error &error : result->skipped) {
        session.warn(sentence(error));
        json["skipped"].push_back(to_json(error));
    }
    std::string text = counted_text(result->files, "file or folder, ", "files and folders, ") + size_text(result->bytes);
    if (!result->damaged.empty()) text += "; " + counted_text(result->damaged.size(), "damaged place", "damaged places") + ", with zeros where data is lost";
    if (!is_quiet) session.print(json, text + "\n");
    const bool is_unsafe = std::ranges::any_of(result->skipped, [](const Error &error) { return is_image_fault(error.code); });
    if (!result->damaged.empty() || is_unsafe) return exit_damaged;
    return result->skipped.empty() ? exit_fine : exit_environment;
}

int run_get(const std::string &image, const std::vector<std::string> &words, Session &session) {
    if (words.size() < 2) return session.fail({.code = ErrorCode::invalid_option, .detail = "get takes IMAGE PATH… DEST: what to bring out, and where to"});
    const std::string &destination = words.back();
    auto filesystem = open_filesystem(image, {.threads = session.threads}, session.stop);
    if (!filesystem) return session.fail(filesystem.error());
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto node = (*filesystem)->find(words[i]);
        if (!node) return session.fail({.code = ErrorCode::path_not_found, .subject = image, .detail = words[i]});
        nodes.push_back(*node);
    }
    if (destination == "-") {
        if (::isatty(STDOUT_FILENO)) return session.fail({.code = ErrorCode::invalid_option, .detail = "a tar archive is nothing for a terminal: send it to a file or a pipe"});
        FdSink sink(STDOUT_FILENO, "standard output", session.stop);
        return report_extracted(write_tar(*filesystem, nodes, sink, session.stop, session.progress()), true, session);
    }
    FileExtractOptions options{.replace = session.is_forced};
    for (const auto &input : files_behind(image))
        if (const auto status = status_of(input)) options.inputs.push_back({status->st_dev, status->st_ino});
    auto there = status_of(destination);
    // Several things, or a name with a slash behind it, can only mean a folder.
    const bool wants_folder = nodes.size() > 1 || nodes[0] == Filesystem::root || destination.ends_with('/');
    if (!there && wants_folder) {
        if (::mkdir(destination.c_str(), 0777) != 0) return session.fail(system_error(errno, ErrorCode::write_failed, destination));
        there = status_of(destination);
    }
    if (there && S_ISDIR(there->st_mode))
        return report_extracted(extract_files(*filesystem, nodes, destination, options, session.stop, session.progress()), false, session);
    if (wants_folder) return session.fail({.code = ErrorCode::not_a_directory, .subject = destination});
    if (there && !session.is_forced) return session.fail({.code = ErrorCode::already_exists, .subject = destination});
    return report_extracted(extract_file_as(*filesystem, nodes[0], destination, options, session.stop, session.progress()), false, session);
}

int run_cat(const std::string &image, const std::string &path, Session &session) {
    auto filesystem = open_filesystem(image, {.threads = session.threads}, session.stop);
    if (!filesystem) return session.fail(filesystem.error());
    const auto node = (*filesystem)->find(path);
    if (!node) return session.fail({.code = ErrorCode::path_not_found, .subject = image, .detail = path});
    if ((**filesystem)[*node].kind == NodeKind::directory) return session.fail({.code = ErrorCode::is_a_directory, .subject = path});
    if ((**filesystem)[*node].kind != NodeKind::file) return session.fail({.code = ErrorCode::unsupported_source, .subject = path});
    const auto source = open_file(*filesystem, *node);
    FdSink sink(STDOUT_FILENO, "standard output", session.stop);
    std::vector<Error> errors;
    std::vector<std::byte> buffer(1u << 20);
    Sha256 sha256;
    for (std::uint64_t done = 0; done < source->size();) {
        const auto part = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), source->size() - done)));
        read_past_damage(*source, done, part, &errors);
        if (auto written = sink.write(part); !written) return session.fail(written.error());
        if (session.wants_sha256) sha256.add(part);
        done += part.size();
    }
    if (session.wants_sha256) session.warn("SHA-256 of what was written: " + sha256.hex());
    if ((**filesystem)[*node].is_incomplete) errors.push_back({.code = ErrorCode::file_cut_short});
    for (Error &error : errors) {
        error.subject = path;
        session.warn(sentence(error) + " Zeros stand in its place.");
    }
    return errors.empty() ? exit_fine : exit_damaged;
}

} // namespace

void add_ls(CLI::App &root, Session &session) {
    struct Request {
        std::string image, path = "/";
        bool is_long = false, is_recursive = false;
    };
    auto request = std::make_shared<Request>();
    CLI::App *command = add_command(root, session, "ls", "List the files inside an image or ISO");
    command->add_option("image", request->image, "Image, ISO, drive, or ISO:PATH")->required();
    command->add_option("path", request->path, "Folder or file inside (default /)");
    command->add_flag("-l", request->is_long, "With mode, owner, size and time (UTC)");
    command->add_flag("-R", request->is_recursive, "With all folders below");
    command->callback([request, &session] {
        session.action = [request, &session] { return run_ls(request->image, request->path, request->is_long, request->is_recursive, session); };
    });
}

void add_get(CLI::App &root, Session &session) {
    struct Request {
        std::string image;
        std::vector<std::string> words;
    };
    auto request = std::make_shared<Request>();
    CLI::App *command = add_command(root, session, "get", "Bring files out of an image or ISO, past all damage", true);
    command->add_option("image", request->image, "Image, ISO, drive, or ISO:PATH")->required();
    command->add_option("paths", request->words, "Files and folders inside, then where to: a folder, a new name, or - for a tar archive on standard output")
        ->required();
    command->callback([request, &session] { session.action = [request, &session] { return run_get(request->image, request->words, session); }; });
}

void add_cat(CLI::App &root, Session &session) {
    struct Request {
        std::string image, path;
    };
    auto request = std::make_shared<Request>();
    CLI::App *command = add_command(root, session, "cat", "Write one file inside an image or ISO to standard output");
    command->add_option("image", request->image, "Image, ISO, drive, or ISO:PATH")->required();
    command->add_option("path", request->path, "The file inside")->required();
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_cat(request->image, request->path, session); }; });
}

} // namespace cloop::cli
