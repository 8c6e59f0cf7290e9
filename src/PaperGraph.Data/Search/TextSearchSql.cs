namespace PaperGraph.Data.Search;

/// <summary>How texts become words that can be searched for, as statements of the migration that comes before all tables.</summary>
public static class TextSearchSql
{
    /// <summary>The contrib extensions; each is trusted, so that whoever owns the database may create it.</summary>
    public static IReadOnlyList<string> Extensions { get; } = ["btree_gin", "pg_trgm", "unaccent"];

    /// <summary>
    /// <para><c>search_words</c> takes apart what the parser of PostgreSQL would take for paths, hosts, numbers and tags: words joined
    /// by <c>/ . - _ &lt; &gt;</c>, and a name of three letters or more from its number, so that both parts are found and the whole is a
    /// phrase of them. Texts and queries go through it alike.</para>
    /// <para>It stands in SQL, in a generated column, and not in the program: it takes a tenth of what parsing and stemming take, nobody
    /// can write a text and forget its words, and the same function takes the query apart. It names ASCII letters alone, as what else is
    /// a letter depends on the locale. Six times <c>replace</c> takes a tenth of the time of <c>translate</c>.</para>
    /// <para><c>search_text</c> adds what is written with hyphens as one word: texts that write "pre-training" are found by "pretraining"
    /// too. These words stand behind the text, apart from each other, so that no phrase reaches from one into the next. A number behind a
    /// hyphen is apart from its name anyway.</para>
    /// <para><c>search_key</c> makes of a name what names are compared by, GPT-4 and GPT4 the same.</para>
    /// </summary>
    public const string Create = """
        create extension if not exists btree_gin;
        create extension if not exists pg_trgm;
        create extension if not exists unaccent;

        create text search configuration papergraph (copy = pg_catalog.english);
        alter text search configuration papergraph
          alter mapping for word, hword, hword_part with unaccent, pg_catalog.english_stem;

        create function search_words(text) returns text
        language sql immutable strict parallel safe
        return regexp_replace(
          replace(replace(replace(replace(replace(replace($1, '/', ' '), '.', ' '), '_', ' '), '<', ' '), '>', ' '), '-', ' '),
          '([A-Za-z]{3})([0-9])', '\1 \2', 'g');

        create function search_text(text) returns text
        language sql immutable strict parallel safe
        return search_words($1 || coalesce((
          select string_agg(' a ' || replace(joined.parts[1], '-', ''), '')
          from regexp_matches($1, '([A-Za-z0-9]+(?:-[A-Za-z][A-Za-z0-9]*)+)', 'g') as joined (parts)), ''));

        create function search_key(text) returns text
        language sql immutable strict parallel safe
        return btrim(regexp_replace(
          regexp_replace(
            lower(unaccent($1)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a0\u00b7\u2000-\u206f\u3000]+', ' ', 'g'),
          '([a-z]{3,})([0-9])', '\1 \2', 'g'));

        create function search_popularity(integer) returns smallint
        language sql immutable strict parallel safe
        return case when $1 <= 8 then $1 else 8 + floor(2 * log(2, $1 / 8.0)) end::smallint;
        """;

    public const string Drop = """
        drop function search_popularity(integer);
        drop function search_key(text);
        drop function search_text(text);
        drop function search_words(text);
        drop text search configuration papergraph;
        drop extension if exists unaccent;
        drop extension if exists pg_trgm;
        drop extension if exists btree_gin;
        """;
}
