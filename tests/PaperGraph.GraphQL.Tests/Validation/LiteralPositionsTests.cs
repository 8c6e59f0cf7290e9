using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Support;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Tests.Validation;

/// <summary>
/// Every kind of literal, with variables inside or not, in every place where a value can stand, for every type that it can have there: what
/// the rules of the specification accept is valid and can be executed, and nothing else is valid.
/// </summary>
public sealed class LiteralPositionsTests
{
    private static readonly string[] Types =
    [
        "Int", "Int!", "Float", "String", "Boolean!", "ID", "Color", "Any", "[Int]", "[Int!]!", "[[Int]]", "[Color!]", "[Any]", "Item",
        "Item!", "[Item!]", "One", "[One]",
    ];

    private static readonly string[] Literals =
    [
        "null", "1", "-0", "2147483647", "2147483648", "1.5", "1e3", "\"x\"", "\"1\"", "\"\"\"b\"\"\"", "true", "RED", "WRONG", "[]",
        "[null]", "[1]", "[1, null]", "[\"x\"]", "[RED]", "[[]]", "[[1], 2]", "[[null]]", "[[[1]]]", "[1.5]", "{}", "{ a: 1 }",
        "{ a: \"x\" }", "{ a: null }", "{ b: \"x\" }", "{ b: null }", "{ a: 1, b: \"x\" }", "{ c: 1 }", "{ list: 1 }",
        "{ list: [1, null] }", "{ must: null }", "{ item: { item: { a: 1.5 } } }", "{ item: [{ a: 1 }] }", "[{ a: 1 }]",
        "[{ a: 1 }, { b: \"x\" }]", "[{}]", "$v", "[$v]", "[[$v]]", "[1, $v]", "[{ a: $v }]", "{ a: $v }", "{ b: $v }", "{ list: $v }",
        "{ list: [$v] }", "{ must: $v }", "{ item: { a: $v } }", "{ a: [$v] }", "{ c: $v }", "{ a: { x: [$v] } }", "{ a: 1, must: [$v] }",
        "[[{ a: [$v] }]]",
    ];

    private static readonly (string Type, string Value)[] Variables =
        [("Int", "1"), ("Int!", "1"), ("String", "\"x\""), ("[Int!]", "[1]"), ("Item!", "{ \"a\": 1 }"), ("Any", "{ \"a\": [1] }"),
            ("Color!", "\"RED\"")];

    private static readonly Dictionary<string, (string Name, string Type, bool HasDefault)[]> Inputs = new()
    {
        ["Item"] =
            [("a", "Int", false), ("b", "String", false), ("list", "[Int!]", false), ("item", "Item", false), ("must", "Int!", true)],
        ["One"] = [("a", "Int", false), ("b", "String", false)],
    };

    private readonly TestEngine engine = new(
        $$"""
        directive @note({{All("n{0}: {1}", ", ", nullable: true)}}) on FIELD
        type Query { {{All("take{0}(value: {1}): Int wrap{0}(value: In{0}): Int", " ")}} text: String }
        {{All("input In{0} {{ x: {1} }}", " ")}}
        enum Color { RED GREEN }
        input Item { a: Int b: String list: [Int!] item: Item must: Int! = 3 }
        input One @oneOf { a: Int b: String }
        scalar Any
        """,
        bindings =>
        {
            bindings.Scalar("Any", AnyFormat.Format).Value("Query.text", (object _) => "text");
            for (var i = 0; i < Types.Length; i++)
                bindings.Value($"Query.take{i}", (object _) => 1).Value($"Query.wrap{i}", (object _) => 1);
        },
        new EngineLimits { MaxCachedBytes = 0 });

    public static TheoryData<string, string> Places { get; } = new()
    {
        { "an argument", "{ take{0}(value: {1}) }" },
        { "an input field", "{ wrap{0}(value: { x: {1} }) }" },
        { "a directive's argument", "{ text @note(n{0}: {1}) }" },
        { "a variable's default", "query ($d: {2} = {1}) { take{0}(value: $d) }" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_a_type_accepts_is_valid_and_nothing_else(string place, string document)
    {
        var (valid, refused) = (0, 0);
        foreach (var (literal, type) in Literals.SelectMany(literal => Types.Select((_, type) => (literal, type))))
        {
            var hasVariable = literal.Contains("$v", StringComparison.Ordinal);
            if (hasVariable && place == "a variable's default") continue;
            foreach (var variable in hasVariable ? Variables : [("", "")])
            {
                var text = document.Replace("{0}", $"{type}").Replace("{1}", literal).Replace("{2}", Types[type]);
                if (hasVariable) text = $"query ($v: {variable.Item1}) {text}";
                var expected = place == "a directive's argument" ? Types[type].TrimEnd('!') : Types[type];
                var accepts = new Reference(variable.Item1).Accepts(LiteralOf(literal), expected, hasDefault: false);

                var errors = Validator.Validate(engine.Engine.Schema, Parser.Parse(text));
                (errors.Count == 0).ShouldBe(accepts, $"{place}: {text} {string.Join(" ", errors.Select(error => error.Message))}");
                if (accepts) valid++;
                else refused++;
                if (!accepts) continue;
                (await engine.AnswerAsync(text, $"{{ \"v\": {(hasVariable ? variable.Item2 : "null")} }}"))
                    .ShouldStartWith("{\"data\":", customMessage: text);
                if (hasVariable)
                    (await engine.AnswerAsync(text, "{}")).ShouldMatch("^\\{\"data\":|must not be null|\\$v|exactly one", text);
            }
        }
        engine.Unexpected.ShouldBeEmpty();
        (valid > 100 && refused > 100).ShouldBeTrue($"{valid} were valid and {refused} were not");
    }

    private static string All(string format, string separator, bool nullable = false) => string.Join(
        separator, Types.Select((type, index) => string.Format(null, format, index, nullable ? type.TrimEnd('!') : type)));

    private static ValueNode LiteralOf(string text) =>
        ((FieldNode)Parser.Parse($"query ($v: Int) {{ a(b: {text}) }}").Operations.Single().SelectionSet.Selections[0]).Arguments[0].Value;

    /// <summary>
    /// The rules on values (§3.5, §3.9 to §3.12, §5.6, §5.8.5), over types as text. What the specification leaves open, variables inside
    /// values of scalars, is judged as graphql-js does: an item of a list has the scalar's type, and a field of an object has none.
    /// </summary>
    private sealed class Reference(string variableType)
    {
        public bool Accepts(ValueNode literal, string type, bool hasDefault) => (literal, type) switch
        {
            (VariableNode, _) => IsAllowed(type, hasDefault),
            (NullValueNode, _) => !type.EndsWith('!'),
            (_, [.. var nullable, '!']) => Accepts(literal, nullable, false),
            (ListValueNode list, ['[', .. var item, ']']) => list.Values.All(value => Accepts(value, item, false)),
            (_, ['[', .. var item, ']']) => Accepts(literal, item, false),
            (ObjectValueNode given, "Item") => AcceptsFields(given, "Item"),
            (ObjectValueNode { Fields: [{ Value: var only }] } given, "One") =>
                AcceptsFields(given, "One") && only is not NullValueNode && (only is not VariableNode || variableType.EndsWith('!')),
            (ListValueNode list, "Any") => list.Values.All(value => Accepts(value, "Any", false)),
            (_, "Any") => AcceptsInside(literal),
            (IntValueNode number, "Int") => int.TryParse(number.Value, out _),
            (IntValueNode or FloatValueNode, "Float") => true,
            (StringValueNode, "String") or (StringValueNode or IntValueNode, "ID") => true,
            (BooleanValueNode, "Boolean") => true,
            (EnumValueNode name, "Color") => name.Value is "RED" or "GREEN",
            _ => false,
        };

        /// <summary>Fields of objects inside a scalar have no type; lists in them neither.</summary>
        private static bool AcceptsInside(ValueNode literal) => literal is not VariableNode;

        private bool AcceptsFields(ObjectValueNode given, string type) =>
            given.Fields.All(field => Array.Find(Inputs[type], known => known.Name == field.Name.Value) is { Name: not null } known
                && Accepts(field.Value, known.Type, known.HasDefault));

        private bool IsAllowed(string type, bool hasDefault)
        {
            if (type is [.. var nullable, '!'] && !variableType.EndsWith('!')) return hasDefault && IsSubtype(variableType, nullable);
            return IsSubtype(variableType, type);
        }

        private static bool IsSubtype(string one, string other) => (one, other) switch
        {
            ([.. var a, '!'], [.. var b, '!']) => IsSubtype(a, b),
            ([.. var a, '!'], _) => IsSubtype(a, other),
            (_, [.., '!']) => false,
            (['[', .. var a, ']'], ['[', .. var b, ']']) => IsSubtype(a, b),
            _ => one == other,
        };
    }
}
