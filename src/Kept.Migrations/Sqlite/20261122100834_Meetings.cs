using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "work_contact",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    added = table.Column<string>(type: "TEXT", nullable: false),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    ended = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_meeting",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    form_key = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    bodies = table.Column<string>(type: "TEXT", nullable: false),
                    contacts = table.Column<string>(type: "TEXT", nullable: false),
                    actions = table.Column<string>(type: "TEXT", nullable: false),
                    attended = table.Column<string>(type: "TEXT", nullable: true),
                    happens_now = table.Column<string>(type: "TEXT", nullable: true),
                    is_planned = table.Column<string>(type: "TEXT", nullable: true),
                    gets_in_the_way = table.Column<string>(type: "TEXT", nullable: true),
                    next_steps = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_meeting", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_meeting_day",
                table: "work_meeting",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_work_meeting_form_key",
                table: "work_meeting",
                column: "form_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_contact");

            migrationBuilder.DropTable(
                name: "work_meeting");
        }
    }
}
