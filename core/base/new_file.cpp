#include "base/new_file.h"

#include "base/file_io.h"
#include "base/file_source.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <cstdio>

namespace cloop {

namespace {

std::string temporary_beside(const std::string &path) { return path.substr(0, path.rfind('/') + 1) + temporary_name(); }

std::string link_of(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

} // namespace

std::string temporary_name() {
    std::uint64_t random = 0;
    if (::getrandom(&random, sizeof random, 0) != sizeof random) random = static_cast<std::uint64_t>(::getpid());
    char name[40];
    std::snprintf(name, sizeof name, ".cloop-%016llx~", static_cast<unsigned long long>(random));
    return name;
}

std::string folder_of(const std::string &path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

Result<UniqueFd> unnamed_file(const std::string &folder) {
    if (UniqueFd fd(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)); fd) return fd;
    const std::string name = temporary_beside(folder + "/");
    UniqueFd fd(::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600));
    if (!fd) return fail_errno(ErrorCode::write_failed, folder);
    ::unlink(name.c_str());
    return fd;
}

Result<NewFile> NewFile::create(const std::string &path, Replace replace, unsigned mode) {
    struct stat there {};
    if (::lstat(path.c_str(), &there) == 0) {
        if (S_ISDIR(there.st_mode)) return fail(ErrorCode::is_a_directory, path);
        if (replace == Replace::no) return fail(ErrorCode::already_exists, path);
    }
    NewFile file(path, replace);
    const std::string folder = folder_of(path);
    file.fd_ = UniqueFd(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, mode));
    // Without /proc, as in a bare initrd, an unnamed file could never get its name.
    if (!file.fd_ || ::access(link_of(file.fd_.get()).c_str(), F_OK) != 0) {
        file.temporary_ = temporary_beside(path);
        file.fd_ = UniqueFd(::open(file.temporary_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, mode));
        if (!file.fd_) {
            const Error error = system_error(errno, ErrorCode::write_failed, errno == ENOENT || errno == EACCES ? folder : path);
            file.temporary_.clear();
            return std::unexpected(error);
        }
    }
    file.writer_ = BulkWriter(file.fd_.get());
    return file;
}

NewFile::NewFile(NewFile &&other) noexcept
    : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, {})), replace_(other.replace_), fd_(std::move(other.fd_)),
      writer_(std::move(other.writer_)), size_(other.size_), synced_(other.synced_) {}

NewFile::~NewFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Status NewFile::write(std::span<const std::byte> bytes) {
    CLOOP_TRY(writer_.write(size_, bytes, path_));
    size_ += bytes.size();
    return {};
}

Status NewFile::write_zeros(std::uint64_t count) {
    size_ += count;
    return {};
}

Status NewFile::patch(std::uint64_t offset, std::span<const std::byte> bytes) {
    CLOOP_TRY(flush());
    return pwrite_fully(fd_.get(), offset, bytes, path_);
}

Status NewFile::sync() {
    CLOOP_TRY(flush());
    struct stat now {};
    if (::fstat(fd_.get(), &now) != 0) return fail_errno(ErrorCode::write_failed, path_);
    // Holes at the end are only in size_ so far.
    if (static_cast<std::uint64_t>(now.st_size) != size_ && ::ftruncate(fd_.get(), static_cast<off_t>(size_)) != 0)
        return fail_errno(ErrorCode::write_failed, path_);
    if (::fsync(fd_.get()) != 0) return fail_errno(ErrorCode::write_failed, path_);
    synced_ = true;
    return {};
}

Result<SourcePtr> NewFile::read_back() {
    CLOOP_TRY(sync());
    UniqueFd again(::open(temporary_.empty() ? link_of(fd_.get()).c_str() : temporary_.c_str(), O_RDONLY | O_CLOEXEC));
    if (!again) return fail_errno(ErrorCode::read_failed, path_);
    (void)::posix_fadvise(again.get(), 0, 0, POSIX_FADV_DONTNEED);
    (void)::posix_fadvise(again.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return FileSource::adopt(std::move(again), path_);
}

Status NewFile::commit() {
    if (!synced_) CLOOP_TRY(sync());
    CLOOP_TRY(give_name());
    // The name lasts once its folder does; a file system that can't sync a folder has done what it can.
    if (UniqueFd folder(::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); folder) ::fsync(folder.get());
    return {};
}

Status NewFile::give_name() {
    if (temporary_.empty()) {
        const std::string self = link_of(fd_.get());
        if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path_.c_str(), AT_SYMLINK_FOLLOW) == 0) return {};
        if (errno != EEXIST || replace_ == Replace::no) return fail_errno(ErrorCode::write_failed, path_);
        // An unnamed file can't be linked over another one: it gets a temporary name first.
        std::string name = temporary_beside(path_);
        if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) return fail_errno(ErrorCode::write_failed, path_);
        temporary_ = std::move(name);
    }
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), replace_ == Replace::no ? RENAME_NOREPLACE : 0) != 0) {
        // FAT and some network file systems know no flags.
        if (errno != EINVAL || ::rename(temporary_.c_str(), path_.c_str()) != 0) return fail_errno(ErrorCode::write_failed, path_);
    }
    temporary_.clear();
    return {};
}

} // namespace cloop
