using System.Globalization;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Support;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Tests.Conformance;

/// <summary>
/// Ways to break a valid document, each made of what is put into a query of <see cref="RandomDocument"/>: a field of its root, a variable
/// of its definition, or a definition behind it.
/// </summary>
internal static class BrokenDocument
{
    /// <summary>The schema of the random documents, with a field that has an argument which must be given.</summary>
    public const string Schema = RandomDocument.Schema + "\nextend type Query { must(id: ID!): Int }";

    public static Schema TypeSystem { get; } = SchemaBuilder.BuildTypes(Parser.Parse(Schema));

    /// <summary>The rule that each way is meant to break; it may break others too.</summary>
    public static IReadOnlyList<(string Rule, string? Field, string? Variable, string? Definition)> Ways { get; } =
    [
        ("ExecutableDefinitions", null, null, "type Extra { a: Int }"),
        ("ExecutableDefinitions", null, null, "extend type Query { a: Int }"),
        ("UniqueOperationNames", null, null, "query Twice { text } query Twice { text }"),
        ("LoneAnonymousOperation", null, null, "{ text }"),
        ("SingleFieldSubscriptions", null, null, "subscription Two { text me { text } }"),
        ("SingleFieldSubscriptions", null, null, "subscription Meta { __typename }"),
        ("FieldsOnCorrectType", "wrong", null, null),
        ("FieldsOnCorrectType", "any { text }", null, null),
        ("OverlappingFieldsCanBeMerged", "x1: text x1: number", null, null),
        ("OverlappingFieldsCanBeMerged", "x2: flag(on: true) x2: flag(on: false)", null, null),
        ("OverlappingFieldsCanBeMerged", "x3: me { x: text } x3: me { x: number }", null, null),
        ("OverlappingFieldsCanBeMerged", "node { ... on Query { x4: text } ... on Other { x4: number } }", null, null),
        ("OverlappingFieldsCanBeMerged", "...Apart x5: number", null, "fragment Apart on Query { x5: text }"),
        ("ScalarLeafs", "x6: text { length }", null, null),
        ("ScalarLeafs", "x7: me", null, null),
        ("KnownArgumentNames", "x8: flag(off: true)", null, null),
        ("KnownArgumentNames", "x9: text @note(texts: 1)", null, null),
        ("UniqueArgumentNames", "x10: flag(on: true, on: true)", null, null),
        ("ProvidedRequiredArguments", "x11: must", null, null),
        ("ProvidedRequiredArguments", "x12: text @skip", null, null),
        ("UniqueFragmentNames", "...Twin", null, "fragment Twin on Query { text } fragment Twin on Query { text }"),
        ("KnownTypeNames", "... on Wrong { text }", null, null),
        ("KnownTypeNames", "x13: list(first: $wrong) { text }", "$wrong: Wrong", null),
        ("FragmentsOnCompositeTypes", "... on Color { text }", null, null),
        ("FragmentsOnCompositeTypes", "...OnInput", null, "fragment OnInput on Filter { text }"),
        ("NoUnusedFragments", null, null, "fragment Unused on Query { text }"),
        ("KnownFragmentNames", "...Nowhere", null, null),
        ("NoFragmentCycles", "...Self", null, "fragment Self on Query { text ...Self }"),
        ("NoFragmentCycles", "...Ping", null, "fragment Ping on Query { me { ...Pong } } fragment Pong on Query { me { ...Ping } }"),
        ("PossibleFragmentSpreads", "... on Other { x14: number }", null, null),
        ("ValuesOfCorrectType", "x15: list(first: \"x\") { text }", null, null),
        ("ValuesOfCorrectType", "x16: find(color: BLUE) { text }", null, null),
        ("ValuesOfCorrectType", "x17: find(key: { a: 1, b: \"x\" }) { text }", null, null),
        ("ValuesOfCorrectType", "x18: find(key: { a: null }) { text }", null, null),
        ("ValuesOfCorrectType", "x19: find(where: { nope: 1 }) { text }", null, null),
        ("ValuesOfCorrectType", "x20: find(where: { first: null }) { text }", null, null),
        ("ValuesOfCorrectType", "x21: flag(on: null)", null, null),
        ("ValuesOfCorrectType", "x22: list(first: 3000000000) { text }", null, null),
        ("ValuesOfCorrectType", "x23: list(first: $bad) { text }", "$bad: Int = \"x\"", null),
        ("UniqueInputFieldNames", "x24: find(where: { text: \"a\", text: \"b\" }) { text }", null, null),
        ("KnownDirectives", "x25: text @nowhere", null, null),
        ("KnownDirectives", "x26: text @defer", null, null),
        ("UniqueDirectivesPerLocation", "x27: text @skip(if: true) @skip(if: true)", null, null),
        ("UniqueVariableNames", "x28: list(first: $twice) { text }", "$twice: Int, $twice: Int", null),
        ("VariablesAreInputTypes", "x29: list(first: $output) { text }", "$output: Query", null),
        ("NoUndefinedVariables", "x30: list(first: $nowhere) { text }", null, null),
        ("NoUnusedVariables", null, "$unused: Int", null),
        ("VariablesInAllowedPosition", "x31: list(first: $text) { text }", "$text: String", null),
        ("VariablesInAllowedPosition", "x32: text @skip(if: $maybe)", "$maybe: Boolean = null", null),
        ("VariablesInAllowedPosition", "x33: must(id: $id)", "$id: ID", null),
        ("DeferStreamDirectiveLabel", "... @defer(label: \"same\") { x34: text } ... @defer(label: \"same\") { x35: text }", null, null),
        ("DeferStreamDirectiveLabel", "... @defer(label: $label) { x36: text }", "$label: String", null),
        ("DeferStreamDirectiveOnRootField", null, null, "mutation Later { ... @defer { text } }"),
        ("DeferStreamDirectiveOnValidOperations", null, null, "subscription Later { me { ... @defer { text } } }"),
        ("StreamDirectiveOnListField", "x37: me @stream { text }", null, null),
    ];

    /// <summary>A valid document of one query, broken in one way.</summary>
    public static string Make(int seed, (string Rule, string? Field, string? Variable, string? Definition) way)
    {
        var text = Valid(seed);
        var body = StartOfSelections(text);
        var hasVariables = text[..body].Contains('(', StringComparison.Ordinal);
        var head = way.Variable is null ? text[..body]
            : hasVariables ? text[..body].Insert(text.IndexOf('(', StringComparison.Ordinal) + 1, $"{way.Variable}, ")
            : $"{text[..body].TrimEnd()}({way.Variable}) ";
        return $"{head}{{ {way.Field} {text[(body + 1)..]}\n{way.Definition}";
    }

    /// <summary>A document of one query that breaks no rule.</summary>
    public static string Valid(int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            var text = new RandomDocument(random.Next(), mistakes: 0).Text;
            var document = Parser.Parse(text);
            if (document.Operations.ToArray() is [{ Operation: OperationType.Query }]
                && Validator.Validate(TypeSystem, document, 1, WorkCounter.Endless).Count == 0) return text;
        }
    }

    /// <summary>
    /// A document with a few small changes of its text: characters and tokens left out, doubled, exchanged or put in. Most do not parse
    /// any more.
    /// </summary>
    public static string Mangle(int seed)
    {
        string[] pieces =
        [
            "{", "}", "(", ")", "[", "]", "$", "@", "...", ":", "=", "!", "|", "&", "\"", "\"\"\"", "\\", "#", ",", "\n", "on", "fragment",
            "query", "null", "0", "01", "1.", "1e", "-", ".5", "0x1", "\"\\u00\"", "\"\\u{110000}\"", "\"\\uD83D\"", "\"\\q\"", "é",
            "\u0007", "\uFEFF", "?",
        ];
        var random = new Random(seed);
        var text = Valid(seed);
        for (var changes = random.Next(1, 3); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, text[at].ToString(CultureInfo.InvariantCulture)),
                2 => text[..at],
                3 => $"{text[..at]}{pieces[random.Next(pieces.Length)]}{text[(at + 1)..]}",
                _ => text.Insert(at, pieces[random.Next(pieces.Length)]),
            };
            if (text.Length == 0) return text;
        }
        return text;
    }

    /// <summary>Where the selections of the query open, behind the braces of defaults of its variables.</summary>
    private static int StartOfSelections(string text)
    {
        var depth = 0;
        for (var i = 0; ; i++)
        {
            if (text[i] is '(') depth++;
            else if (text[i] is ')') depth--;
            else if (text[i] is '{' && depth == 0) return i;
        }
    }
}
