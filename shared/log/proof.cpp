#include "shared/log/proof.hpp"

#include <bit>

#include "shared/log/merkle.hpp"

namespace isoloir::log {
namespace {

/// The largest power of two below n; n > 1.
std::uint64_t split(std::uint64_t n)
{
    return std::bit_floor(n - 1);
}

/// MTH(D[begin:end]); begin is a multiple of the largest power of two below the length, as in every recursion of the RFC.
crypto::Digest range_root(const Hashes& hashes, std::uint64_t begin, std::uint64_t end)
{
    const std::uint64_t n = end - begin;
    if (std::has_single_bit(n)) {
        const auto height = static_cast<unsigned>(std::countr_zero(n));
        return hashes.subtree(height, begin >> height);
    }
    const std::uint64_t middle = begin + split(n);
    return node_hash(range_root(hashes, begin, middle), range_root(hashes, middle, end));
}

/// PATH(m, D[begin:end])
void path(const Hashes& hashes, std::uint64_t index, std::uint64_t begin, std::uint64_t end, Proof& proof)
{
    if (end - begin == 1) return;
    const std::uint64_t middle = begin + split(end - begin);
    if (index < middle) {
        path(hashes, index, begin, middle, proof);
        proof.push_back(range_root(hashes, middle, end));
    } else {
        path(hashes, index, middle, end, proof);
        proof.push_back(range_root(hashes, begin, middle));
    }
}

/// SUBPROOF(m, D[begin:end], known); m counts from `begin`.
void subproof(const Hashes& hashes, std::uint64_t m, std::uint64_t begin, std::uint64_t end, bool known, Proof& proof)
{
    if (m == end - begin) {
        if (!known) proof.push_back(range_root(hashes, begin, end));
        return;
    }
    const std::uint64_t k = split(end - begin);
    if (m <= k) {
        subproof(hashes, m, begin, begin + k, known, proof);
        proof.push_back(range_root(hashes, begin + k, end));
    } else {
        subproof(hashes, m - k, begin + k, end, false, proof);
        proof.push_back(range_root(hashes, begin, begin + k));
    }
}

}  // namespace

crypto::Digest root_of(const Hashes& hashes, std::uint64_t size)
{
    return size == 0 ? MerkleTree().root() : range_root(hashes, 0, size);
}

Proof prove_inclusion(const Hashes& hashes, std::uint64_t index, std::uint64_t size)
{
    Proof proof;
    path(hashes, index, 0, size, proof);
    return proof;
}

bool check_inclusion(const crypto::Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const crypto::Digest> proof, const crypto::Digest& root)
{
    if (index >= size) return false;
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    crypto::Digest r = leaf;
    for (const crypto::Digest& p : proof) {
        if (sn == 0) return false;
        if ((fn & 1) != 0 || fn == sn) {
            r = node_hash(p, r);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            r = node_hash(r, p);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && r == root;
}

Proof prove_consistency(const Hashes& hashes, std::uint64_t before, std::uint64_t size)
{
    Proof proof;
    if (before > 0 && before < size) subproof(hashes, before, 0, size, true, proof);
    return proof;
}

bool check_consistency(std::uint64_t before, const crypto::Digest& root_before, std::uint64_t size, const crypto::Digest& root,
                       std::span<const crypto::Digest> proof)
{
    if (before > size) return false;
    if (before == size) return proof.empty() && root_before == root;
    if (before == 0) return proof.empty() && root_before == MerkleTree().root();
    // A whole subtree of the old tree is not sent: the verifier knows its root.
    const bool whole = std::has_single_bit(before);
    if (!whole && proof.empty()) return false;
    std::uint64_t fn = before - 1;
    std::uint64_t sn = size - 1;
    while ((fn & 1) != 0) {
        fn >>= 1;
        sn >>= 1;
    }
    crypto::Digest fr = whole ? root_before : proof.front();
    crypto::Digest sr = fr;
    for (const crypto::Digest& c : proof.subspan(whole ? 0 : 1)) {
        if (sn == 0) return false;
        if ((fn & 1) != 0 || fn == sn) {
            fr = node_hash(c, fr);
            sr = node_hash(c, sr);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            sr = node_hash(sr, c);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return fr == root_before && sr == root && sn == 0;
}

}  // namespace isoloir::log
