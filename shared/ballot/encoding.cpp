#include "shared/ballot/encoding.hpp"

#include <algorithm>
#include <cstdlib>

#include "shared/crypto/secret.hpp"
#include "shared/election/choice_fields.hpp"

namespace isoloir::ballot {
namespace {

constexpr unsigned kCounters = 128 * 256;

using election::kBlockBits;
using election::Mark;
using Block = ByteArray<32>;

static_assert(kBlockBits == kPayloadBytes * 8);

Block candidate(ByteSpan payload, unsigned counter)
{
    Block block{};
    block[0] = static_cast<std::uint8_t>(counter % 128 * 2);
    std::copy(payload.begin(), payload.end(), block.begin() + 1);
    block[30] = static_cast<std::uint8_t>(counter / 128);
    return block;
}

/// The payload bytes of a ballot's blocks as the row of fields that they hold. Wiped when it goes.
class Payloads {
public:
    explicit Payloads(const election::ChoiceFields& fields) : fields_(fields), blocks_(fields.blocks()) {}
    ~Payloads()
    {
        for (auto& block : blocks_) crypto::wipe(block);
    }
    Payloads(const Payloads&) = delete;
    Payloads& operator=(const Payloads&) = delete;

    std::vector<Payload>& blocks() { return blocks_; }

    /// @param value  fits the field, which is zero
    void put(std::size_t field, std::size_t value)
    {
        for (std::size_t i = 0; i < fields_.bits; ++i) {
            const std::size_t at = field * fields_.bits + i;
            byte(at) = static_cast<std::uint8_t>(byte(at) | (value >> i & 1) << at % 8);
        }
    }

    std::size_t get(std::size_t field) const
    {
        std::size_t value = 0;
        for (std::size_t i = 0; i < fields_.bits; ++i) value |= bit(field * fields_.bits + i) << i;
        return value;
    }

    bool is_padded_with_zeros() const
    {
        for (std::size_t at = fields_.all_bits(); at < blocks_.size() * kBlockBits; ++at)
            if (bit(at) != 0) return false;
        return true;
    }

private:
    std::uint8_t& byte(std::size_t at) { return blocks_[at / kBlockBits][at % kBlockBits / 8]; }
    std::size_t bit(std::size_t at) const { return blocks_[at / kBlockBits][at % kBlockBits / 8] >> at % 8 & 1U; }

    election::ChoiceFields fields_;
    std::vector<Payload> blocks_;
};

/// What approval and points say: a field for each project.
std::vector<Mark> marks_by_project(const Payloads& payloads, std::size_t projects)
{
    std::vector<Mark> marks;
    for (std::size_t project = 0; project < projects; ++project)
        if (const std::size_t points = payloads.get(project)) marks.push_back({project, static_cast<std::uint32_t>(points)});
    return marks;
}

/// What a ranking says: a field for each place.
Result<std::vector<Mark>> marks_by_place(const Payloads& payloads, std::size_t places, std::size_t projects)
{
    std::vector<Mark> marks;
    std::vector<bool> ranked(projects);
    for (std::size_t place = 0; place < places; ++place) {
        const std::size_t field = payloads.get(place);
        if (field == 0) continue;
        if (marks.size() != place) return fail(Errc::malformed, "a project behind an empty place");
        if (field > projects) return fail(Errc::malformed, "a project that does not exist");
        if (ranked[field - 1]) return fail(Errc::malformed, "a project in two places");
        ranked[field - 1] = true;
        marks.push_back({field - 1, static_cast<std::uint32_t>(places - place)});
    }
    return marks;
}

}  // namespace

crypto::Element element_of(const Payload& payload)
{
    // One candidate in four is an element, so that none of 32 768 fits has a probability of (3/4)^32768: it does not happen.
    for (unsigned counter = 0; counter < kCounters; ++counter)
        if (const auto element = crypto::Element::parse(candidate(payload, counter))) return *element;
    std::abort();
}

Result<Payload> payload_of(const crypto::Element& element)
{
    const ByteSpan bytes = element.bytes();
    const ByteSpan payload = bytes.subspan(1, kPayloadBytes);
    const unsigned counter = bytes[0] / 2 + bytes[30] * 128U;
    // The identity has the shape of the empty choice with counter 0: it would be a second form of it.
    if (bytes[0] % 2 != 0 || bytes[31] != 0 || element.is_identity()) return fail(Errc::malformed, "not the shape of a choice");
    for (unsigned smaller = 0; smaller < counter; ++smaller)
        if (crypto::Element::parse(candidate(payload, smaller))) return fail(Errc::malformed, "a counter that is not the smallest");
    Payload copy;
    std::copy(payload.begin(), payload.end(), copy.begin());
    return copy;
}

std::size_t block_count(const election::Definition& definition)
{
    return election::choice_fields(definition).blocks();
}

std::vector<crypto::Element> encode(const election::Definition& definition, const election::Selection& selection)
{
    Payloads payloads(election::choice_fields(definition));
    const std::vector<Mark>& marks = selection.marks();
    for (std::size_t place = 0; place < marks.size(); ++place) {
        if (definition.ballot.kind == election::BallotKind::ranking) payloads.put(place, marks[place].project + 1);
        else payloads.put(marks[place].project, marks[place].points);
    }
    std::vector<crypto::Element> elements;
    for (const auto& payload : payloads.blocks()) elements.push_back(element_of(payload));
    return elements;
}

Result<std::vector<Mark>> decode(const election::Definition& definition, const std::vector<crypto::Element>& elements)
{
    const election::ChoiceFields fields = election::choice_fields(definition);
    if (elements.size() != fields.blocks()) return fail(Errc::malformed, "the wrong number of blocks");
    Payloads payloads(fields);
    for (std::size_t block = 0; block < elements.size(); ++block) { ISO_TRY(payloads.blocks()[block], payload_of(elements[block])); }
    if (!payloads.is_padded_with_zeros()) return fail(Errc::malformed, "padding that is not zero");
    if (definition.ballot.kind == election::BallotKind::ranking) return marks_by_place(payloads, fields.count, definition.projects.size());
    return marks_by_project(payloads, fields.count);
}

}  // namespace isoloir::ballot
