using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Tests.Validation;

namespace PaperGraph.GraphQL.Tests.Building;

public sealed class SchemaChecksTests
{
    private const string Query = "type Query { a: Int }\n";

    [Fact]
    public void A_schema_that_keeps_the_rules_has_no_errors() => Expect("""
        schema { query: Q mutation: M }
        type Q { paper(filter: Filter = { text: "a" }): Paper hits: [Hit!]! }
        type M { rename(pick: Pick!): Paper @deprecated }
        interface Node { id: ID! }
        interface Titled implements Node { id: ID! title(short: Boolean): String related: Node }
        type Paper implements Node & Titled { id: ID! title(short: Boolean, upper: Boolean): String! related: Paper }
        union Hit = Paper
        input Filter { text: String! also: Filter all: [Filter!]! = [] }
        input Pick @oneOf { id: ID filter: Filter }
        enum Order { NEWEST }
        extend enum Order { OLDEST }
        type Empty
        extend type Empty { a: Order }
        """);

    [Fact]
    public void Queries_need_a_root() => Expect("type Paper { a: Int }", "Query root type must be provided.");

    [Fact]
    public void Roots_are_objects_each_another() => Expect(
        "schema { query: Q mutation: Q subscription: E }\ntype Q { a: Int }\nenum E { A }",
        "1:45 Subscription root type must be Object type if provided, it cannot be E.",
        "1:17 1:29 All root types must be different, type Q is used for query and mutation.");

    [Fact]
    public void Types_have_members() => Expect(
        Query + "type A\ninterface B\nunion C\nenum D\ninput E\nextend type A @deprecated",
        "2:1 7:1 Type A must define one or more fields.",
        "3:1 Type B must define one or more fields.",
        "4:1 Union type C must define one or more member types.",
        "5:1 Enum type D must define one or more values.",
        "6:1 Input Object type E must define one or more fields.");

    [Fact]
    public void Two_underscores_are_reserved() => Expect(
        Query + "type __A { __b(__c: Int): Int }\nenum E { __F }\ninput I { __G: Int }\ndirective @__h(__i: Int) on FIELD",
        "5:12 Name \"__h\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "5:16 Name \"__i\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "2:6 Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "2:12 Name \"__b\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "2:16 Name \"__c\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "3:10 Name \"__F\" must not begin with \"__\", which is reserved by GraphQL introspection.",
        "4:11 Name \"__G\" must not begin with \"__\", which is reserved by GraphQL introspection.");

    [Fact]
    public void Fields_give_out_and_arguments_take_in() => Expect(
        Query + "type A { b(c: [A]): I! }\ninput I { d: A e: Int }\ndirective @f(g: A) on FIELD",
        "4:17 The type of @f(g:) must be Input Type but got: A.",
        "2:21 The type of A.b must be Output Type but got: I!.",
        "2:15 The type of A.b(c:) must be Input Type but got: [A].",
        "3:14 The type of I.d must be Input Type but got: A.");

    [Fact]
    public void What_must_be_given_is_not_deprecated() => Expect(
        Query + "type A { b(c: Int! @deprecated, d: Int! = 1 @deprecated): Int }\ninput I { e: Int! @deprecated f: Int @deprecated }",
        "2:20 2:15 Required argument A.b(c:) cannot be deprecated.",
        "3:19 3:14 Required input field I.e cannot be deprecated.");

    [Fact]
    public void Unions_are_of_objects_each_once() => Expect(
        Query + "union U = Query | Query | N | String\ninterface N { a: Int }",
        "2:11 2:19 Union type U can only include type Query once.",
        "2:27 Union type U can only include Object types, it cannot include N.",
        "2:31 Union type U can only include Object types, it cannot include String.");

    [Fact]
    public void Interfaces_are_implemented_once_and_with_all_that_they_implement() => Expect(
        Query + """
        interface N { a: Int }
        interface O implements N { a: Int }
        type A implements O & O & Query { a: Int }
        interface P implements P & R { a: Int }
        interface R implements P { a: Int }
        """,
        "4:19 4:23 Type A can only implement O once.",
        "3:24 4:19 4:23 Type A must implement N because it is implemented by O.",
        "4:27 Type A must only implement Interface types, it cannot implement Query.",
        "5:24 Type P cannot implement itself because it would create a circular reference.",
        "5:28 6:24 Type R cannot implement P because it would create a circular reference.");

    [Fact]
    public void Fields_of_an_interface_are_provided_with_types_that_fit() => Expect(
        Query + """
        interface N { a(b: Int, c: Int): Int d: [N!] e: String! f: Int g: Int }
        type A implements N { a(b: Int!, h: Int!): Int d: [A!]! e: String f: Int @deprecated }
        """,
        "2:20 3:28 Interface field argument N.a(b:) expects type Int but A.a(b:) is type Int!.",
        "2:25 3:23 Interface field argument N.a(c:) expected but A.a does not provide it.",
        "3:34 2:15 Object field A.a includes required argument h that is missing from the Interface field N.a.",
        "2:49 3:60 Interface field N.e expects type String! but A.e is type String.",
        "3:74 Interface field N.f is not deprecated, so A.f cannot be deprecated.",
        "2:64 3:1 Interface field N.g expected but A does not provide it.");

    [Fact]
    public void A_OneOf_input_object_has_fields_that_may_be_left_out() => Expect(
        Query + "input I @oneOf { a: Int! b: Int = 1 c: Int }",
        "2:21 OneOf input field I.a must be nullable.",
        "2:26 OneOf input field I.b cannot have a default value.");

    [Fact]
    public void An_input_object_that_must_contain_itself_cannot_be_given() => Expect(
        Query + "input A { b: B! c: [A!]! }\ninput B { d: Int e: C! }\ninput C { f: A! g: C }",
        "2:11 3:18 4:11 Cannot reference Input Object \"A\" within itself through a series of non-null fields: \"b.e.f\".");

    [Fact]
    public void A_default_that_contains_itself_has_no_end() => Expect(
        Query + "input A { a: A = {} b: [B] = [{ c: null }, {}] }\ninput B { c: A = { a: null } d: A = { a: null, b: [] } }",
        "2:11 The default of A.a contains itself. Give a value for the field in it.",
        "3:11 2:21 The default of A.b contains itself, via the defaults of B.c. Give a value for the field in it.");

    private static void Expect(string schema, params string[] errors) =>
        SchemaChecks.Check(Parser.Parse(schema)).Select(RuleTests.Describe).ShouldBe(errors);
}
