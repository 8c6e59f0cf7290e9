using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Fact]
    public void An_executable_document_is_laid_out() => Prints(
        """
        query Q($a:Int=1@x,$b:[ID!])@y{n:papers(first:$a,where:{ids:$b,tags:["t"],at:{}},of:[])@z{title...F... on Paper{id}...@s{id}}}
        query{a} query @d{a} query($a:Int){a} {a} mutation M{a}
        "says" fragment F on Paper{title}
        """,
        """
        query Q($a: Int = 1 @x, $b: [ID!]) @y {
          n: papers(first: $a, where: { ids: $b, tags: ["t"], at: {} }, of: []) @z {
            title
            ...F
            ... on Paper {
              id
            }
            ... @s {
              id
            }
          }
        }

        {
          a
        }

        query @d {
          a
        }

        query ($a: Int) {
          a
        }

        {
          a
        }

        mutation M {
          a
        }

        "says"
        fragment F on Paper {
          title
        }
        """);

    [Fact]
    public void Arguments_that_make_a_line_too_long_get_a_line_each() => Prints(
        """{ papers(first: 10, after: "MjAyNi0wNy0wMXxwYXBlci0xMjM0NTY3ODkwMTIzNDU2Nzg5MA", text: "graphs") { title } }""",
        """
        {
          papers(
            first: 10
            after: "MjAyNi0wNy0wMXxwYXBlci0xMjM0NTY3ODkwMTIzNDU2Nzg5MA"
            text: "graphs"
          ) {
            title
          }
        }
        """);

    [Fact]
    public void A_type_system_document_is_laid_out() => Prints(
        """"
        """The public graph""" schema@a{query:Q}
        type Paper implements A&B@c{"its title" title:String! by("how many"first:Int=3,after:ID):[Author!]@deprecated near(a:Int):Int}
        union Hit@a=|Paper|Author enum Order{"""late
        first""" NEWEST OLDEST@b} input In@oneOf{a:Int=1@b} scalar Date@c interface Node{id:ID!}
        directive@tag(name:String)repeatable on|OBJECT|FIELD
        extend type Paper@d extend union Hit=Topic extend schema{mutation:M}
        """",
        """"
        """The public graph"""
        schema @a {
          query: Q
        }

        type Paper implements A & B @c {
          "its title"
          title: String!
          by(
            "how many"
            first: Int = 3
            after: ID
          ): [Author!] @deprecated
          near(a: Int): Int
        }

        union Hit @a = Paper | Author

        enum Order {
          """
          late
          first
          """
          NEWEST
          OLDEST @b
        }

        input In @oneOf {
          a: Int = 1 @b
        }

        scalar Date @c

        interface Node {
          id: ID!
        }

        directive @tag(name: String) repeatable on OBJECT | FIELD

        extend type Paper @d

        extend union Hit = Topic

        extend schema {
          mutation: M
        }
        """");

    [Fact]
    public void A_node_is_shown_as_its_text() => Parser.ParseValue("{ a:[1,-2.5e3,$v,\"q\\\"\\u0007\",A] }").ToString()
        .ShouldBe("{ a: [1, -2.5e3, $v, \"q\\\"\\u0007\", A] }");

    [Fact]
    public void A_value_that_no_block_string_can_hold_is_quoted() =>
        Printer.Print(new StringValueNode(default, "\n\ta", IsBlock: true)).ShouldBe("\"\\n\\ta\"");

    private static void Prints(string text, string expected)
    {
        Printer.Print(Parser.Parse(text)).ShouldBe(expected);
        Trees.DifferenceAfterPrinting(text).ShouldBeNull();
    }
}
