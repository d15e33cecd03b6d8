#include "source/iso_tree.h"

// With it, libisofs defines the burn_source that it hands out by itself.
#define LIBISOFS_WITHOUT_LIBBURN
#include <libisofs.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <mutex>

// libisofs names a member `class`, so its header hides this from C++ and asks for a copy with the same layout.
struct iso_stream {
    IsoStreamIface *methods;
    int refcount;
    void *data;
};

namespace cloop {

namespace {

constexpr int sector = 2048;

/// Our streams' own "file system": any number that libisofs does not use itself.
constexpr unsigned content_fs_id = 0x636c6f70;

/// What libisofs's thread and the reader of the stream tell each other.
struct Shared {
    std::mutex mutex;
    std::vector<Error> troubles;

    void add(Error error) {
        const std::lock_guard lock(mutex);
        troubles.push_back(std::move(error));
    }
};

struct ContentStream {
    std::shared_ptr<FileContent> content;
    std::shared_ptr<Shared> shared;
    std::uint64_t size;
    std::uint64_t identity;
    std::uint64_t done = 0;
    bool is_lost = false;  ///< nothing more can be had: zeros to the end
};

ContentStream &content_of(IsoStream *stream) { return *static_cast<ContentStream *>(stream->data); }

int open_content(IsoStream *stream) {
    ContentStream &file = content_of(stream);
    file.done = 0;
    auto opened = file.content->open();
    file.is_lost = !opened;
    if (!opened) file.shared->add(opened.error());
    return 1;
}

int close_content(IsoStream *stream) {
    content_of(stream).content->close();
    return 1;
}

off_t content_size(IsoStream *stream) { return static_cast<off_t>(content_of(stream).size); }

/// Never fails in libisofs's eyes: the layout is fixed by now, so a lost file is zeros, and the reader of the stream decides.
int read_content(IsoStream *stream, void *buffer, size_t count) {
    ContentStream &file = content_of(stream);
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(count, file.size - file.done));
    std::size_t got = 0;
    if (!file.is_lost) {
        std::vector<Error> losses;
        auto read = file.content->read({static_cast<std::byte *>(buffer), wanted}, losses);
        for (Error &loss : losses) file.shared->add(std::move(loss));
        if (read && *read == wanted) {
            got = wanted;
        } else {
            file.is_lost = true;
            file.shared->add(read ? Error{.code = ErrorCode::source_changed} : read.error());
        }
    }
    std::memset(static_cast<char *>(buffer) + got, 0, wanted - got);
    file.done += wanted;
    return static_cast<int>(wanted);
}

int content_is_repeatable(IsoStream *) { return 1; }

void content_id(IsoStream *stream, unsigned *fs, dev_t *device, ino_t *inode) {
    *fs = content_fs_id;
    *device = 0;
    *inode = content_of(stream).identity;
}

void free_content(IsoStream *stream) { delete &content_of(stream); }
int update_content_size(IsoStream *) { return 1; }
IsoStream *content_input(IsoStream *, int) { return nullptr; }

IsoStreamIface content_methods = {
    4,           {'u', 's', 'e', 'r'}, open_content, close_content,       content_size,  read_content, content_is_repeatable,
    content_id,  free_content,         update_content_size, content_input, nullptr,       nullptr,
};

IsoDir *as_dir(IsoTree::Directory *directory) { return reinterpret_cast<IsoDir *>(directory); }
IsoTree::Directory *as_directory(IsoDir *dir) { return reinterpret_cast<IsoTree::Directory *>(dir); }

Error libisofs_error(int code, const std::string &name) {
    const char *text = iso_error_to_msg(code);
    return {.code = ErrorCode::system, .subject = name, .detail = text ? text : ""};
}

/// libisofs keeps its state in the process: started once, its messages off, names in UTF-8 whatever the locale.
Status start_libisofs() {
    // A library that is loaded may be older than the one that this was built with.
    if (!iso_lib_is_compatible(1, 5, 6)) return fail(ErrorCode::tree_refused, {}, "libisofs is older than 1.5.6, which breaks off at long names");
    static const int started = [] {
        const int result = iso_init();
        if (result < 0) return result;
        iso_set_msgs_severities(const_cast<char *>("NEVER"), const_cast<char *>("NEVER"), const_cast<char *>(""));
        return iso_set_local_charset(const_cast<char *>("UTF-8"), 0);
    }();
    if (started < 0) return std::unexpected(libisofs_error(started, {}));
    return {};
}

/// SOURCE_DATE_EPOCH, as reproducible-builds.org describes it.
std::optional<time_t> fixed_time() {
    const char *text = std::getenv("SOURCE_DATE_EPOCH");
    if (!text || !*text) return std::nullopt;
    char *end = nullptr;
    const long long seconds = std::strtoll(text, &end, 10);
    return *end == '\0' && seconds >= 0 ? std::optional(static_cast<time_t>(seconds)) : std::nullopt;
}

} // namespace

namespace {

/// Shared by all files: only one is open at a time, in one thread.
thread_local std::array<std::byte, 128 * 1024> read_ahead;

} // namespace

Status BufferedContent::open() {
    begin_ = end_ = 0;
    return begin();
}

Result<std::size_t> BufferedContent::read(std::span<std::byte> out, std::vector<Error> &losses) {
    std::size_t filled = 0;
    while (filled < out.size()) {
        if (begin_ == end_) {
            auto got = fill(read_ahead, losses);
            if (!got) return got;
            if (*got == 0) break;
            begin_ = 0;
            end_ = *got;
        }
        const std::size_t now = std::min(out.size() - filled, end_ - begin_);
        std::memcpy(out.data() + filled, read_ahead.data() + begin_, now);
        begin_ += now;
        filled += now;
    }
    return filled;
}

/// What the image will not hold, of one kind.
struct Note {
    std::string names;  ///< the first ones
    std::uint64_t count = 0;
};

constexpr std::uint64_t named_in_note = 2;

struct IsoTree::State {
    IsoOptions options;
    IsoImage *image = nullptr;
    std::optional<time_t> newest = fixed_time();
    std::shared_ptr<Shared> shared = std::make_shared<Shared>();
    std::map<ErrorCode, Note> notes;

    ~State() {
        if (image) iso_image_unref(image);
    }

    void tell_notes(const std::string &source) const {
        if (!options.on_note) return;
        for (const auto &[code, note] : notes)
            options.on_note({.code = code, .subject = source, .detail = note.names, .more = note.count - std::min(note.count, named_in_note)});
    }

    /// Access and change times say nothing about the content and differ each time: all three are the time of modification.
    void set(IsoNode *node, const NodeAttributes &attributes) const {
        const time_t time = newest ? std::min(*newest, attributes.mtime) : attributes.mtime;
        iso_node_set_permissions(node, attributes.mode & 07777);
        iso_node_set_uid(node, attributes.uid);
        iso_node_set_gid(node, attributes.gid);
        iso_node_set_mtime(node, time);
        iso_node_set_atime(node, time);
        iso_node_set_ctime(node, time);
    }
};

IsoTree::IsoTree(std::unique_ptr<State> state) : state_(std::move(state)) {}
IsoTree::~IsoTree() = default;

Result<std::unique_ptr<IsoTree>> IsoTree::make(IsoOptions options) {
    CLOOP_TRY(start_libisofs());
    auto state = std::make_unique<State>();
    state->options = std::move(options);
    // An ISO label has 32 characters; Joliet's copy 16.
    std::string label = state->options.label.substr(0, 32);
    while (!label.empty() && (static_cast<unsigned char>(label.back()) & 0xC0) == 0x80 && state->options.label.size() > 32) label.pop_back();
    if (const int made = iso_image_new(label.c_str(), &state->image); made < 0) return std::unexpected(libisofs_error(made, {}));
    iso_image_set_application_id(state->image, "CLOOPSMITH");
    return std::unique_ptr<IsoTree>(new IsoTree(std::move(state)));
}

IsoTree::Directory *IsoTree::root() { return as_directory(iso_image_get_root(state_->image)); }

Result<IsoTree::Directory *> IsoTree::add_directory(Directory *parent, const std::string &name, const NodeAttributes &attributes) {
    IsoDir *dir = nullptr;
    if (const int added = iso_image_add_new_dir(state_->image, as_dir(parent), name.c_str(), &dir); added < 0)
        return std::unexpected(libisofs_error(added, name));
    state_->set(reinterpret_cast<IsoNode *>(dir), attributes);
    return as_directory(dir);
}

void IsoTree::set_attributes(Directory *directory, const NodeAttributes &attributes) {
    state_->set(reinterpret_cast<IsoNode *>(directory), attributes);
}

Status IsoTree::add_file(Directory *parent, const std::string &name, const NodeAttributes &attributes, std::uint64_t size,
                         std::uint64_t identity, int order, std::shared_ptr<FileContent> content) {
    // libisofs frees the stream itself with free(), its data through our method.
    auto *stream = static_cast<IsoStream *>(std::malloc(sizeof(IsoStream)));
    if (!stream) return fail(ErrorCode::out_of_memory);
    *stream = {&content_methods, 1, new ContentStream{std::move(content), state_->shared, size, identity}};
    IsoFile *file = nullptr;
    if (const int added = iso_image_add_new_file(state_->image, as_dir(parent), name.c_str(), stream, &file); added < 0) {
        iso_stream_unref(stream);
        return std::unexpected(libisofs_error(added, name));
    }
    state_->set(reinterpret_cast<IsoNode *>(file), attributes);
    iso_node_set_sort_weight(reinterpret_cast<IsoNode *>(file), -order);
    return {};
}

Status IsoTree::add_symlink(Directory *parent, const std::string &name, const NodeAttributes &attributes, const std::string &target) {
    IsoSymlink *link = nullptr;
    if (const int added = iso_image_add_new_symlink(state_->image, as_dir(parent), name.c_str(), target.c_str(), &link); added < 0)
        return std::unexpected(libisofs_error(added, name));
    state_->set(reinterpret_cast<IsoNode *>(link), attributes);
    return {};
}

Status IsoTree::add_special(Directory *parent, const std::string &name, const NodeAttributes &attributes) {
    IsoSpecial *special = nullptr;
    if (const int added = iso_image_add_new_special(state_->image, as_dir(parent), name.c_str(), attributes.mode, attributes.device, &special);
        added < 0)
        return std::unexpected(libisofs_error(added, name));
    state_->set(reinterpret_cast<IsoNode *>(special), attributes);
    return {};
}

Status IsoTree::trouble(const Error &error) {
    if (state_->options.on_trouble) state_->options.on_trouble(error);
    if (!state_->options.keep_going) return fail(ErrorCode::source_unreadable, error.subject);
    return {};
}

void IsoTree::note(ErrorCode code, const std::string &name) {
    auto &[names, count] = state_->notes[code];
    if (++count <= named_in_note) names += (names.empty() ? "" : ", ") + name;
}

/// Reads what libisofs's own thread makes, through its ring buffer.
class IsoTreeStream final : public ByteStream {
public:
    IsoTreeStream(std::unique_ptr<IsoTree> tree, burn_source *source, std::string name, std::stop_token stop)
        : tree_(std::move(tree)), source_(source), name_(std::move(name)), stop_(std::move(stop)),
          size_(static_cast<std::uint64_t>(source->get_size(source))) {}

    ~IsoTreeStream() override {
        if (done_ < size_) source_->cancel(source_);
        source_->free_data(source_);
        std::free(source_);
    }

    std::optional<std::uint64_t> size() const override { return size_; }
    const std::string &name() const override { return name_; }

    Result<std::size_t> read(std::span<std::byte> out) override {
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - done_)));
        for (std::size_t filled = 0; filled < out.size();) {
            if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
            // Whole sectors only, and not so many that a stop would have to wait.
            const auto part = std::min<std::size_t>(out.size() - filled, 16 * sector);
            if (held_begin_ == held_end_ && part < sector) {
                if (source_->read_xt(source_, reinterpret_cast<unsigned char *>(held_), sector) != sector) return broken();
                held_begin_ = 0;
                held_end_ = sector;
            }
            if (held_begin_ < held_end_) {
                const std::size_t now = std::min(part, held_end_ - held_begin_);
                std::memcpy(out.data() + filled, held_ + held_begin_, now);
                held_begin_ += now;
                filled += now;
                continue;
            }
            const int whole = static_cast<int>(part / sector * sector);
            if (source_->read_xt(source_, reinterpret_cast<unsigned char *>(out.data() + filled), whole) != whole) return broken();
            filled += static_cast<std::size_t>(whole);
        }
        done_ += out.size();
        CLOOP_TRY(pass_on_troubles());
        return out.size();
    }

private:
    Result<std::size_t> broken() {
        CLOOP_TRY(pass_on_troubles());
        return fail(ErrorCode::read_failed, name_);
    }

    Status pass_on_troubles() {
        std::vector<Error> troubles;
        {
            const std::lock_guard lock(tree_->state_->shared->mutex);
            troubles.swap(tree_->state_->shared->troubles);
        }
        for (const auto &error : troubles) CLOOP_TRY(tree_->trouble(error));
        return {};
    }

    std::unique_ptr<IsoTree> tree_;
    burn_source *source_;
    std::string name_;
    std::stop_token stop_;
    std::uint64_t size_;
    std::uint64_t done_ = 0;
    std::byte held_[sector];  ///< a sector of which the caller took a part only
    std::size_t held_begin_ = 0;
    std::size_t held_end_ = 0;
};

Result<std::unique_ptr<ByteStream>> IsoTree::stream(std::unique_ptr<IsoTree> tree, std::string name, std::stop_token stop) {
    tree->state_->tell_notes(name);
    IsoWriteOpts *options = nullptr;
    if (const int made = iso_write_opts_new(&options, 0); made < 0) return std::unexpected(libisofs_error(made, name));
    iso_write_opts_set_iso_level(options, 3);
    iso_write_opts_set_rockridge(options, 1);
    iso_write_opts_set_rrip_version_1_10(options, 0);
    iso_write_opts_set_hardlinks(options, 1);
    iso_write_opts_set_joliet(options, 1);
    iso_write_opts_set_joliet_longer_paths(options, 1);
    iso_write_opts_set_joliet_long_names(options, 1);
    iso_write_opts_set_no_force_dots(options, 2);  // Joliet's names as they are
    iso_write_opts_set_allow_deep_paths(options, 1);
    iso_write_opts_set_allow_longer_paths(options, 1);
    iso_write_opts_set_relaxed_vol_atts(options, 1);
    iso_write_opts_set_output_charset(options, "UTF-8");
    iso_write_opts_set_always_gmt(options, 1);
    iso_write_opts_set_dir_rec_mtime(options, 3);
    iso_write_opts_set_sort_files(options, 1);
    iso_write_opts_set_fifo_size(options, 512);
    if (tree->state_->newest) {
        std::tm utc{};
        ::gmtime_r(&*tree->state_->newest, &utc);
        char uuid[32];
        std::strftime(uuid, sizeof uuid, "%Y%m%d%H%M%S00", &utc);
        iso_write_opts_set_pvd_times(options, 0, 0, 0, 0, uuid);
    }
    burn_source *source = nullptr;
    const int made = iso_image_create_burn_source(tree->state_->image, options, &source);
    iso_write_opts_free(options);
    if (made < 0) return std::unexpected(libisofs_error(made, name));
    return std::make_unique<IsoTreeStream>(std::move(tree), source, std::move(name), std::move(stop));
}

} // namespace cloop
