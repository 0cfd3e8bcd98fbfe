#pragma once
// What platforms may ask of this server, for their people and their tools (OpenAPI 3.1). post.hpp reads and writes it.

namespace isoloir::online {

inline constexpr const char* kOpenApi = R"json({
  "openapi": "3.1.0",
  "info": {
    "title": "Isoloir, online votes",
    "version": "1",
    "description": "A platform hands in the votes of its voters. Each is sealed on arrival into the urn in which the halls' ballots lie, and counts once for each voter, online and in halls together."
  },
  "paths": {
    "/api/v1/votes": {
      "post": {
        "summary": "Hand in votes",
        "description": "The very same body again changes nothing and gets the same answer: whoever got no answer sends it again.",
        "security": [{"token": []}],
        "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Post"}}}},
        "responses": {
          "200": {"description": "What became of each vote, in the order of the post.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}},
          "400": {"$ref": "#/components/responses/Refusal"},
          "401": {"$ref": "#/components/responses/Refusal"},
          "409": {"$ref": "#/components/responses/Refusal"},
          "413": {"$ref": "#/components/responses/Refusal"},
          "415": {"$ref": "#/components/responses/Refusal"},
          "422": {"$ref": "#/components/responses/Refusal"},
          "503": {"$ref": "#/components/responses/Refusal"}
        }
      }
    }
  },
  "components": {
    "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "Made by the central admin: isoloir-server api-token make"}},
    "responses": {
      "Refusal": {
        "description": "Nothing of the post was taken. After 409 and 503 send it again.",
        "content": {"application/json": {"schema": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}}}
      }
    },
    "schemas": {
      "Post": {
        "type": "object",
        "required": ["votes"],
        "additionalProperties": false,
        "properties": {"votes": {"type": "array", "minItems": 1, "maxItems": 1000, "items": {"$ref": "#/components/schemas/Vote"}}}
      },
      "Vote": {
        "type": "object",
        "required": ["projects"],
        "additionalProperties": false,
        "oneOf": [{"required": ["voter_id"]}, {"required": ["voter_tag"]}],
        "properties": {
          "voter_id": {"type": "string", "maxLength": 200, "description": "National number or voter code, as the voter writes it."},
          "voter_tag": {"type": "string", "description": "In its stead, so that no identity leaves the platform: 64 hexadecimal digits, or 43 characters of base64url."},
          "projects": {"type": "array", "items": {"type": "string"}, "description": "Ids; in a ranking the preferred one first; none for a blank ballot."},
          "points": {"type": "array", "items": {"type": "integer", "minimum": 0}, "description": "In an election with points alone: as many as projects."}
        }
      },
      "Answer": {
        "type": "object",
        "required": ["votes", "accepted", "duplicate", "refused"],
        "properties": {
          "votes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": ["status"],
              "properties": {
                "status": {"enum": ["accepted", "duplicate", "refused"]},
                "tracker": {"type": "string", "description": "Of an accepted vote: the voter's receipt. It finds the ballot in the public log."},
                "reason": {"type": "string", "description": "Of a refused one, a word."},
                "error": {"type": "string", "description": "Of a refused one, a sentence."}
              }
            }
          },
          "accepted": {"type": "integer"},
          "duplicate": {"type": "integer"},
          "refused": {"type": "integer"}
        }
      }
    }
  }
}
)json";

}  // namespace isoloir::online
