using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Follow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "work_outbox",
                type: "TEXT",
                nullable: false,
                defaultValue: "Account");

            migrationBuilder.AddColumn<string>(
                name: "stop",
                table: "work_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "work_follower",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: false),
                    often = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    looked = table.Column<string>(type: "TEXT", nullable: false),
                    seen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_follower", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_holiday",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    taken_out_by = table.Column<string>(type: "TEXT", nullable: true),
                    taken_out = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_holiday", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_pause",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    digests = table.Column<bool>(type: "INTEGER", nullable: false),
                    reminders = table.Column<bool>(type: "INTEGER", nullable: false),
                    sentence = table.Column<string>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_pause", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_text",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_follow",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    follower_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    asked = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed = table.Column<string>(type: "TEXT", nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_follow", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_follow_work_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "work_follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_follow_word",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    follower_id = table.Column<string>(type: "TEXT", nullable: false),
                    follow_id = table.Column<string>(type: "TEXT", nullable: true),
                    made = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_follow_word", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_follow_word_work_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "work_follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_follow_follower_id_kind_target",
                table: "work_follow",
                columns: new[] { "follower_id", "kind", "target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_follow_word_follower_id",
                table: "work_follow_word",
                column: "follower_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_follow_word_made",
                table: "work_follow_word",
                column: "made");

            migrationBuilder.CreateIndex(
                name: "IX_work_follower_email_key",
                table: "work_follower",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_follower_looked",
                table: "work_follower",
                column: "looked");

            migrationBuilder.CreateIndex(
                name: "IX_work_text_text",
                table: "work_text",
                column: "text");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_follow");

            migrationBuilder.DropTable(
                name: "work_follow_word");

            migrationBuilder.DropTable(
                name: "work_holiday");

            migrationBuilder.DropTable(
                name: "work_pause");

            migrationBuilder.DropTable(
                name: "work_text");

            migrationBuilder.DropTable(
                name: "work_follower");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "work_outbox");

            migrationBuilder.DropColumn(
                name: "stop",
                table: "work_outbox");
        }
    }
}
